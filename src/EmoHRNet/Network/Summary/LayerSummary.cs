namespace EmoHRNet.Network.Summary;

/// <summary>One line of a network's summary.</summary>
/// <param name="Name">The layer's name, or the common part of several layers' names.</param>
/// <param name="OutputShape">Shape of its output for one clip: channels, bands, frames.</param>
/// <param name="ParameterCount">Number of parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds for one clip: those of convolutions and fully connected layers.</param>
public sealed record LayerSummary(string Name, IReadOnlyList<long> OutputShape, long ParameterCount, long MultiplyAdds)
{
    /// <summary>The shape as text: <c>16×32×72</c>.</summary>
    public string ShapeText => string.Join('×', OutputShape);
}
