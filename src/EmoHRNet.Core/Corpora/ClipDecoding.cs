using System.Collections.Concurrent;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Corpora;

/// <summary>Decodes every clip of a corpus once, so that unusable clips are found before hours of training and not after.</summary>
/// <remarks>
/// Loading a corpus reads only the beginning of its files; recordings that are truncated or damaged further on are found here.
/// </remarks>
public static class ClipDecoding
{
    /// <summary>
    /// Decodes a corpus and returns it without the clips that cannot be decoded, which are listed in <see cref="CorpusPart.Unreadable"/>.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="skipUnreadable">Whether clips that cannot be used are left out; otherwise one of them is an error.</param>
    /// <param name="use">
    /// Called with every clip, for instance to compute features, from several threads; a clip for which it throws counts as unusable. May
    /// be null.
    /// </param>
    /// <param name="decoded">Called with the number of clips decoded so far, from several threads; may be null.</param>
    /// <param name="reading">How clips are read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between clips.</param>
    /// <exception cref="CorpusException">
    /// A clip cannot be used and <paramref name="skipUnreadable"/> is false, or no clip can be used.
    /// </exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public static Corpus Decode(
        this Corpus corpus, bool skipUnreadable, Action<Waveform>? use = null, Action<int>? decoded = null, AudioReadOptions? reading = null,
        CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ClipProblem> problems = FindProblems(corpus.Utterances, use, decoded, reading, cancellationToken);
        if (problems.Count == 0)
        {
            return corpus;
        }

        string listed = ShortList.Of(problems.Select(problem => problem.ToString()));
        return !skipUnreadable
            ? throw new CorpusException(
                $"{problems.Count} of {corpus.Utterances.Count} clips of {corpus.Info.Title} cannot be used: {listed}. "
                + "Replace them, or leave them out.")
            : problems.Count == corpus.Utterances.Count
                ? throw new CorpusException($"No clip of {corpus.Info.Title} can be used: {listed}.")
                : corpus.Without(problems);
    }

    /// <summary>Decodes clips and reports which cannot be used, and why.</summary>
    /// <param name="utterances">The clips.</param>
    /// <param name="use">Called with every clip, from several threads; a clip for which it throws counts as unusable. May be null.</param>
    /// <param name="decoded">Called with the number of clips decoded so far, from several threads; may be null.</param>
    /// <param name="reading">How clips are read; null for the defaults.</param>
    /// <param name="cancellationToken">Stops between clips.</param>
    /// <returns>The problems, in the order of the clips; empty when every clip can be used.</returns>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public static IReadOnlyList<ClipProblem> FindProblems(
        IReadOnlyList<Utterance> utterances, Action<Waveform>? use = null, Action<int>? decoded = null, AudioReadOptions? reading = null,
        CancellationToken cancellationToken = default)
    {
        ConcurrentDictionary<string, ClipProblem> problems = new(StringComparer.Ordinal);
        int done = 0;
        Parallel.ForEach(utterances, new ParallelOptions { CancellationToken = cancellationToken }, utterance =>
        {
            if (Problem(utterance.Path, use, reading) is { } reason)
            {
                problems[utterance.Id] = new ClipProblem(utterance.Path, reason);
            }

            decoded?.Invoke(Interlocked.Increment(ref done));
        });
        return [.. utterances.Where(utterance => problems.ContainsKey(utterance.Id)).Select(utterance => problems[utterance.Id])];
    }

    private static string? Problem(string path, Action<Waveform>? use, AudioReadOptions? reading)
    {
        try
        {
            Waveform waveform = Waveform.Load(path, reading);
            if (SampleGuard.FindProblem(waveform) is { } problem)
            {
                return problem;
            }

            use?.Invoke(waveform);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AudioFormatException or ArgumentException)
        {
            return exception.Message.Replace(path, "the file", StringComparison.Ordinal);
        }
    }
}
