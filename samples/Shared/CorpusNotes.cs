using EmoHRNet.Corpora;

namespace EmoHRNet.Samples;

/// <summary>Notes about the corpora for reports; compiled into every sample that reads a corpus.</summary>
internal static class CorpusNotes
{
    public static IEnumerable<string> Of(Corpus corpus) =>
        corpus.Parts.Where(part => part.LeftOut.Count > 0).Select(part => $"{part.Info.Title}: {part.DescribeLeftOut()}, labels without a counterpart.")
            .Concat(Unreadable([.. corpus.Parts.SelectMany(part => part.Unreadable)]));

    /// <summary>One note that names every clip, without the folders of this machine.</summary>
    public static IEnumerable<string> Unreadable(IReadOnlyList<ClipProblem> clips) => clips.Count == 0
        ? []
        : [$"{clips.Count} clips could not be read and were left out: {string.Join("; ", clips.Select(clip => $"{Path.GetFileName(clip.Path)} ({clip.Reason})"))}."];
}
