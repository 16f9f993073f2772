namespace EmoHRNet.Corpora;

/// <summary>A file of a corpus that cannot be used, and why.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why it cannot be used.</param>
public sealed record ClipProblem(string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}
