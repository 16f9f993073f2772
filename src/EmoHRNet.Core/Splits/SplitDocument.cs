namespace EmoHRNet.Splits;

/// <summary>The content of a split file.</summary>
internal sealed record SplitDocument
{
    public const int CurrentVersion = 1;

    public required int FormatVersion { get; init; }

    public required string Corpus { get; init; }

    public required SplitOrigin Origin { get; init; }

    public required string Hash { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required IReadOnlyList<string> Training { get; init; }

    public required IReadOnlyList<string> Validation { get; init; }

    public required IReadOnlyList<string> Test { get; init; }
}
