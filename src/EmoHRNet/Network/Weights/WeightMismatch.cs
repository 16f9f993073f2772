namespace EmoHRNet.Network.Weights;

/// <summary>A tensor that has the right name and the wrong shape or type.</summary>
/// <param name="Name">The tensor's name in the network.</param>
/// <param name="Found">Type and shape in the file.</param>
/// <param name="Expected">What the network needs.</param>
public sealed record WeightMismatch(string Name, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} (found {Found}, expected {Expected})";
}
