using EmoHRNet.Audio;
using EmoHRNet.Corpora;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Samples;

/// <summary>Decodes every clip once before the work starts, and lists those that cannot be read; compiled into every sample that reads a corpus.</summary>
internal static class ReadableClips
{
    private const string HowToSkip = "--skip-unreadable leaves them out.";

    /// <exception cref="CorpusException">A clip cannot be read and unreadable clips are not skipped.</exception>
    public static Corpus Of(Corpus corpus, bool skip, Action<Waveform> use, AudioReadOptions reading, CancellationToken cancellationToken)
    {
        try
        {
            Corpus readable = corpus.Decode(skip, use, reading: reading, cancellationToken: cancellationToken);
            Print([.. readable.Parts.SelectMany(part => part.Unreadable)]);
            return readable;
        }
        catch (CorpusException exception) when (!skip)
        {
            throw new CorpusException(CommandWords.Of($"{exception.Message} {HowToSkip}"), exception);
        }
    }

    /// <exception cref="CorpusException">A clip cannot be read and unreadable clips are not skipped, or none can be read.</exception>
    public static (IReadOnlyList<Utterance> Readable, IReadOnlyList<ClipProblem> Unreadable) Of(
        IReadOnlyList<Utterance> utterances, bool skip, AudioReadOptions reading, CancellationToken cancellationToken)
    {
        IReadOnlyList<ClipProblem> unreadable = ClipDecoding.FindProblems(utterances, reading: reading, cancellationToken: cancellationToken);
        Print(unreadable);
        HashSet<string> paths = [.. unreadable.Select(clip => clip.Path)];
        return unreadable.Count > 0 && (!skip || unreadable.Count == utterances.Count)
            ? throw new CorpusException($"{unreadable.Count} of {utterances.Count} clips cannot be read; replace them. {HowToSkip}")
            : ([.. utterances.Where(utterance => !paths.Contains(utterance.Path))], unreadable);
    }

    private static void Print(IReadOnlyList<ClipProblem> unreadable)
    {
        foreach (ClipProblem clip in unreadable)
        {
            Console.Error.WriteLine(CommandWords.Of($"Cannot be read: {clip}"));
        }
    }
}
