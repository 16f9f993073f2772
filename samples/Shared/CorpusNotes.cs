using EmoHRNet.Corpora;

namespace EmoHRNet.Samples;

/// <summary>What a report must say of the corpora behind it; compiled into every sample that reads a corpus.</summary>
internal static class CorpusNotes
{
    public static IEnumerable<string> Of(Corpus corpus) =>
        corpus.Parts.Where(part => part.LeftOut.Count > 0).Select(part => $"{part.Info.Title}: {part.DescribeLeftOut()}, labels without a counterpart.")
            .Concat(Unreadable([.. corpus.Parts.SelectMany(part => part.Unreadable)]));

    /// <summary>One note that names every clip; folders are those of the machine that ran and are not named.</summary>
    public static IEnumerable<string> Unreadable(IReadOnlyList<ClipProblem> clips) => clips.Count == 0
        ? []
        : [$"{clips.Count} clips could not be read and were left out: {string.Join("; ", clips.Select(clip => $"{Path.GetFileName(clip.Path)} ({clip.Reason})"))}."];
}
