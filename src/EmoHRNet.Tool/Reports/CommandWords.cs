using EmoHRNet.Audio;
using EmoHRNet.Inference;

namespace EmoHRNet.Tool.Reports;

/// <summary>Translates hints in messages of the library from API members to options of the command line.</summary>
internal static class CommandWords
{
    /// <param name="text">A message or a note of the library.</param>
    public static string Of(string text) => text
        .Replace(AudioReadOptions.TruncationHint, "--allow-truncated reads what is there.", StringComparison.Ordinal)
        .Replace(ChannelMixer.SeparationHint, "'emohrnet analyze --channels' analyzes each separately.", StringComparison.Ordinal);
}
