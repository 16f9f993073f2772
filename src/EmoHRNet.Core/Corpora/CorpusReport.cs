using System.Globalization;
using System.Text;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Corpora;

/// <summary>What was found in a corpus folder, compared with what was published.</summary>
public sealed record CorpusReport
{
    /// <summary>The corpus's full name.</summary>
    public required string Title { get; init; }

    /// <summary>The folder that was read.</summary>
    public required string Folder { get; init; }

    /// <summary>All usable clips found and published.</summary>
    public required CountComparison Total { get; init; }

    /// <summary>Clips of each label, in the order of the labels.</summary>
    public required IReadOnlyList<CountComparison> ByLabel { get; init; }

    /// <summary>Clips of each speaker, by name.</summary>
    public required IReadOnlyList<CountComparison> BySpeaker { get; init; }

    /// <summary>Published clips that were not found, by name, where the corpus's names are known.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Clips that are empty or unreadable; never part of the corpus.</summary>
    public IReadOnlyList<ClipProblem> Unreadable { get; init; } = [];

    /// <summary>Audio files whose names do not belong to the corpus; left out.</summary>
    public IReadOnlyList<string> Unrecognized { get; init; } = [];

    /// <summary>Additional files of a clip that was already found (some archives contain everything twice); left out.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Whether every published clip was found and could be read.</summary>
    public bool IsComplete => Unreadable.Count == 0 && Lacking(Missing.Count) == 0;

    /// <summary>A readable table: totals, each label, each speaker, and what is missing.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Title} in {Folder}: {Describe(Total)} clips\n");
        AppendRows(text, "label", ByLabel);
        AppendRows(text, "speaker", BySpeaker);
        if (DescribeProblems() is { Length: > 0 } problems)
        {
            text.Append(problems).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One paragraph that names what is missing, unreadable or left out; empty when nothing is.</summary>
    public string DescribeProblems()
    {
        List<string> parts = [];
        AddLacking(parts, "speaker", BySpeaker);
        AddLacking(parts, "label", ByLabel);
        AddList(parts, "missing", Missing);
        AddList(parts, "unreadable", [.. Unreadable.Select(problem => problem.ToString())]);
        AddList(parts, "not recognized and left out", Unrecognized);
        AddList(parts, "repeated and left out", Repeated);
        return string.Join(" ", parts);
    }

    private static string Describe(CountComparison count) =>
        count.Published is { } published ? $"{count.Found} of {published}" : $"{count.Found}";

    private static void AppendRows(StringBuilder text, string kind, IReadOnlyList<CountComparison> rows)
    {
        foreach (CountComparison row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {kind} {row.Name}: {Describe(row)}{(row.Lacking > 0 ? "  <- incomplete" : "")}\n");
        }
    }

    private static void AddLacking(List<string> parts, string kind, IReadOnlyList<CountComparison> rows)
    {
        CountComparison[] lacking = [.. rows.Where(row => row.Lacking > 0)];
        if (lacking.Length > 0)
        {
            parts.Add($"Incomplete {kind}s: {ShortList.Of(lacking.Select(row => $"{row.Name} ({Describe(row)})"))}.");
        }
    }

    private static void AddList(List<string> parts, string kind, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            parts.Add($"{names.Count} {kind}: {ShortList.Of(names)}.");
        }
    }

    private int Lacking(int missing) =>
        missing + Total.Lacking + ByLabel.Sum(row => row.Lacking) + BySpeaker.Sum(row => row.Lacking);
}
