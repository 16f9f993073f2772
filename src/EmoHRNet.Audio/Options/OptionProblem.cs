namespace EmoHRNet.Audio.Options;

/// <summary>One option that is out of range.</summary>
/// <param name="Name">The option's name, with its path inside nested options: <c>Mel.HopLength</c>.</param>
/// <param name="Value">The value found, as text.</param>
/// <param name="Expected">The allowed values: a range, a list, or a relation to another option.</param>
public sealed record OptionProblem(string Name, string Value, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} is {Value}; expected {Expected}.";
}
