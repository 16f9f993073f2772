using System.Collections.Concurrent;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>Processes utterances on all cores and names one that cannot be used.</summary>
internal static class UtteranceLoop
{
    /// <param name="utterances">The utterances.</param>
    /// <param name="prepare">What is done with each; called from several threads.</param>
    /// <param name="prepared">Called with the number of utterances done so far.</param>
    /// <param name="cancellationToken">Stops between utterances.</param>
    /// <exception cref="CorpusException">A recording cannot be read or holds no speech; the message names the file.</exception>
    public static void ForEach(IReadOnlyList<Utterance> utterances, Action<Utterance> prepare, Action<int>? prepared, CancellationToken cancellationToken)
    {
        int done = 0;
        ConcurrentQueue<CorpusException> failures = new();
        Parallel.ForEach(utterances, new ParallelOptions { CancellationToken = cancellationToken }, (utterance, loop) =>
        {
            try
            {
                prepare(utterance);
                prepared?.Invoke(Interlocked.Increment(ref done));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or AudioFormatException or ArgumentException)
            {
                failures.Enqueue(new CorpusException($"'{utterance.Path}' cannot be used: {PlainMessage.Of(e)}", e));
                loop.Stop();
            }
        });
        if (failures.TryDequeue(out CorpusException? failure))
        {
            throw failure;
        }
    }
}
