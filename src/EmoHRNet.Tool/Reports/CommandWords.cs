using EmoHRNet.Audio;
using EmoHRNet.Inference;

namespace EmoHRNet.Tool.Reports;

/// <summary>Says what to do in options of the command line where the library says it in members of its API.</summary>
internal static class CommandWords
{
    /// <param name="text">A message or a note of the library.</param>
    public static string Of(string text) => text
        .Replace(AudioReadOptions.TruncationHint, "--allow-truncated reads what is there.", StringComparison.Ordinal)
        .Replace(ChannelMixer.SeparationHint, "'emohrnet analyze --channels' judges each on its own.", StringComparison.Ordinal);
}
