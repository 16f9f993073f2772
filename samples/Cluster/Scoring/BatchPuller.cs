using EmoHRNet.Samples.Cluster.Hosting;
using EmoHRNet.Samples.Cluster.Jobs;

namespace EmoHRNet.Samples.Cluster.Scoring;

/// <summary>Pulls batches from the cluster's jobs and scores them on this silo, a fixed number in parallel, so that load balances itself.</summary>
internal sealed class BatchPuller(
    IGrainFactory grains, ILocalSiloDetails silo, ServedModel model, ScoringOptions options, ILogger<BatchPuller> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Parallel).Select(puller => PullAsync(puller, stoppingToken)));

    private async Task PullAsync(int puller, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!await ScoreNextAsync(puller))
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether there was work; also false after an error, so that the caller waits before it tries again.</returns>
    private async Task<bool> ScoreNextAsync(int puller)
    {
        try
        {
            foreach (string name in await grains.GetGrain<IJobBoard>(0).Running())
            {
                if (await ScoreNextOfAsync(name, puller))
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            logger.LogWarning("The list of jobs cannot be read now: {Reason}", exception.Message);
        }

        return false;
    }

    private async Task<bool> ScoreNextOfAsync(string name, int puller)
    {
        IScoringJob job = grains.GetGrain<IScoringJob>(name);
        try
        {
            if (await job.Lease(silo.SiloAddress, puller, model.Hash) is { } lease)
            {
                await ScoreAsync(job, lease);
                return true;
            }
        }
        catch (Exception exception)
        {
            // A job that moves after a silo's death cannot be reached for a while; one with another model never gives this silo a batch.
            logger.LogWarning("No batch of {Job} now: {Reason}", name, exception.Message);
        }

        return false;
    }

    private async Task ScoreAsync(IScoringJob job, BatchLease lease)
    {
        BatchTally tally;
        try
        {
            tally = await grains.GetGrain<IScoringWorker>(0).Score(lease);
        }
        catch (Exception exception)
        {
            await job.Return(lease.Batch, IsPassing(exception) ? null : exception.Message);
            throw;
        }

        await ReportAsync(job, lease.Batch, tally);
    }

    /// <summary>Whether the error comes from the cluster, such as silos that come and go, and not from the work.</summary>
    private static bool IsPassing(Exception exception) => exception is OrleansException or TimeoutException;

    /// <summary>Retries the report: the results are written, and the job may just have been moving to another silo.</summary>
    private async Task ReportAsync(IScoringJob job, int batch, BatchTally tally)
    {
        const int Attempts = 60;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await job.Complete(batch, tally);
                return;
            }
            catch (Exception exception) when (attempt < Attempts)
            {
                logger.LogWarning("Batch {Batch} is scored but not counted yet: {Reason}", batch, exception.Message);
                await Task.Delay(Pause);
            }
        }
    }
}
