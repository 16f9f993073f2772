using System.Text.RegularExpressions;

namespace EmoHRNet.Corpora;

/// <summary>Finds the speakers of EmoBox's clips. The lists do not name them; for most corpora the path does.</summary>
internal static class EmoBoxSpeakers
{
    // The groups of a pattern, joined, are the speaker; the path starts below the corpus's folder.
    private static readonly Dictionary<string, string> Patterns = new(StringComparer.Ordinal)
    {
        ["aesdd"] = @"\(([0-9]+)\)",
        ["ased"] = @"-([0-9]{2})\.[^.]+$",
        ["asvpesd"] = "actor_([0-9]+)/",
        ["cafe"] = "([0-9]{2})-[CDJNPST]-[12]-[1-6]",
        ["casia"] = "^([^/]+)/",
        ["cremad"] = "([0-9]{4})_[A-Z]{3}_",
        ["emodb"] = "([0-9]{2})[ab][0-9]{2}[A-Z]",
        ["emovdb"] = "^([a-z]+)_[A-Z]",
        ["emovo"] = "^([fm][123])/",
        ["enterface"] = "^subject ([0-9]+)/",
        ["esd"] = "([0-9]{4})_[0-9]{6}",
        ["iemocap"] = @"(Ses[0-9]{2})[FM]_.*_([FM])[0-9]+\.[^.]+$",
        ["jlcorpus"] = "((?:fe)?male[0-9])_",
        ["mead"] = "^([MW][0-9]+)/",
        ["oreau"] = "/([0-9]{2})[^/]*$",
        ["polish"] = @"([mf][0-9])\.",
        ["ravdess"] = @"-([0-9]{2})\.[^.]+$",
        ["savee"] = "([A-Z]{2})_[a-z]+[0-9]+",
        ["shemo"] = "([MF][0-9]{2})[A-Z][0-9]+",
        ["subesco"] = "([FM]_[0-9]{2})_",
        ["tess"] = "([OY])AF?_",
        ["turevdb"] = "([0-9]{4})_",
        ["urdu"] = "(S[MF][0-9]+)_F",
    };

    /// <summary>The speaker of a clip; the unknown speaker where the path does not name one.</summary>
    public static string Of(EmoBoxClip clip) =>
        Patterns.TryGetValue(clip.Corpus, out string? pattern) && Regex.Match(clip.Path, pattern, RegexOptions.CultureInvariant) is { Success: true } match
            ? string.Join('-', match.Groups.Values.Skip(1).Select(group => group.Value))
            : FolderCorpus.UnknownSpeaker;
}
