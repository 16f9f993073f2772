using System.Data.Common;
using EmoHRNet.Samples.Cluster.Batches;
using EmoHRNet.Samples.Cluster.Jobs;
using EmoHRNet.Samples.Cluster.Output;
using Orleans.Concurrency;

namespace EmoHRNet.Samples.Cluster.Scoring;

/// <inheritdoc cref="IScoringWorker"/>
/// <remarks><see cref="BatchPuller"/> decides how many run in parallel; all share the silo's model.</remarks>
[StatelessWorker(256)]
internal sealed class ScoringWorker(RecordingScorer scorer, ResultOutputs outputs) : Grain, IScoringWorker
{
    public async Task<BatchTally> Score(BatchLease lease)
    {
        string[] files = await GrainFactory.GetGrain<IBatch>(Batch.KeyOf(lease.Run, lease.Batch)).Files();

        // Minutes of computation must not block the threads of the Orleans scheduler.
        return await Task.Run(async () =>
        {
            ScoredFile[] results = new ScoredFile[files.Length];
            for (int i = 0; i < files.Length; i++)
            {
                results[i] = lease.IsGivenUp
                    ? ScoredFile.OfError(lease.FirstPosition + i, files[i], $"Given up: {BatchLedger.DeathsBeforeGivingUp} silos died while they scored the batch that holds this file.")
                    : await scorer.ScoreAsync(lease.FirstPosition + i, files[i]);
            }

            await WriteAsync(lease, results);
            return new BatchTally
            {
                Files = results.Length,
                Failures = results.Count(result => result.Error is not null),
                AudioSeconds = results.Sum(result => result.Seconds ?? 0),
            };
        });
    }

    // An exception keeps its type between grains only if every silo knows the type.
    private async Task WriteAsync(BatchLease lease, ScoredFile[] results)
    {
        try
        {
            await outputs.Of(lease.Output).WriteAsync(lease.Output, lease.Run, lease.Batch, results);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or ArgumentException or DbException)
        {
            throw new IOException(exception.Message);
        }
    }
}
