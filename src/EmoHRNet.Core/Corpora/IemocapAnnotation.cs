using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>One line of an evaluation file: <c>[start - end]⇥name⇥category⇥[valence, activation, dominance]</c>.</summary>
/// <param name="Name">The utterance: <c>Ses01F_impro01_F000</c>.</param>
/// <param name="Category">The category's three letters: <c>neu</c>; <c>xxx</c> where the evaluators disagree.</param>
/// <param name="Dimensions">Valence, activation and dominance as written.</param>
internal sealed partial record IemocapAnnotation(string Name, string Category, string Dimensions)
{
    /// <summary>The session, 1 to 5.</summary>
    public string Session => Name[4..5];

    /// <summary>The speaker: the session and the letter before the turn's number (the first letter names who wore the markers).</summary>
    public string Speaker => $"{Name[..5]}{Name[Name.LastIndexOf('_') + 1]}";

    /// <summary>Reads the summary line of each utterance in an evaluation file; the evaluators' votes between them are skipped.</summary>
    public static IEnumerable<IemocapAnnotation> Read(string path) =>
        from line in File.ReadLines(path)
        let match = Line().Match(line)
        where match.Success
        select new IemocapAnnotation(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);

    [GeneratedRegex(@"^\[[0-9. -]+\]\t(Ses0[1-5][FM]_\w+_[FM][0-9]+)\t([a-z]{3})\t\[([0-9., -]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
