using EmoHRNet.Corpora;

namespace EmoHRNet.Tool.Commands;

/// <summary>A label map on the command line: a known map, mappings, or both.</summary>
internal static class LabelChoice
{
    public const string Help = "What the corpus's labels become: joy=happy,boredom= (nothing leaves the clips out); common for the names of the known "
        + "corpora in RAVDESS's words; seven for neutral (calm among it), happy, sad, angry, fearful, disgust, surprised, other clips left out. "
        + "A known map can be changed: common,boredom=";

    private static readonly Dictionary<string, LabelMap> Known = new(StringComparer.Ordinal) { ["common"] = LabelMap.Common, ["seven"] = LabelMap.Seven };

    /// <exception cref="ArgumentException">The text is neither a known map nor mappings.</exception>
    public static LabelMap? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] parts = text.Split(',', 2);
        return !Known.TryGetValue(parts[0].Trim(), out LabelMap? known) ? LabelMap.Parse(text)
            : parts.Length == 1 ? known
            : known.With(LabelMap.Parse(parts[1]));
    }
}
