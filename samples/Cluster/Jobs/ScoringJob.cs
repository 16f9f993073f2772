using EmoHRNet.Samples.Cluster.Batches;
using EmoHRNet.Samples.Cluster.Hosting;
using EmoHRNet.Samples.Cluster.Output;

namespace EmoHRNet.Samples.Cluster.Jobs;

/// <inheritdoc cref="IScoringJob"/>
/// <remarks>
/// Every change is stored before a call returns. When the silo that hosts the job dies, the next call activates the job on
/// another silo, from the stored state.
/// </remarks>
internal sealed class ScoringJob(
    [PersistentState("job")] IPersistentState<JobState> store, ServedModel model, ResultOutputs outputs, ILocalSiloDetails silo,
    IClusterMembershipService members, TimeProvider clock, ILogger<ScoringJob> logger) : Grain, IScoringJob
{
    private Task _background = Task.CompletedTask;

    private JobState State => store.State;

    private BatchLedger Ledger => new(State.Batches);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ContinueInBackground();
        return Task.CompletedTask;
    }

    public async Task<JobProgress> Submit(JobRequest request)
    {
        if (State.Status != JobStatus.Unknown)
        {
            throw new ArgumentException($"There is a job '{Name}' already ({State.Status}). Resume it, or choose another name.");
        }

        request.Validate();
        outputs.Of(request.Output).RequireNew(request.Output);
        State.Request = request;
        State.Run = Guid.NewGuid().ToString("N");
        State.Model = model.Hash;
        State.Become(JobStatus.Preparing, clock.GetUtcNow());
        await SaveAndContinue();
        return Describe();
    }

    public async Task<JobProgress> Stop()
    {
        if (State.Status == JobStatus.Running)
        {
            State.Become(JobStatus.Stopped, clock.GetUtcNow());
            await SaveAndContinue();
        }

        return Describe();
    }

    public async Task<JobProgress> Resume()
    {
        if (State.Status is JobStatus.Stopped or JobStatus.Failed)
        {
            State.Problem = null;
            JobStatus next = State.FileCount == 0 ? JobStatus.Preparing : Ledger.IsComplete ? JobStatus.Gathering : JobStatus.Running;
            State.Become(next, clock.GetUtcNow());
            await SaveAndContinue();
        }

        return Describe();
    }

    public Task<JobProgress> Progress() => Task.FromResult(Describe());

    public async Task<BatchLease?> Lease(SiloAddress silo, int puller, string model)
    {
        if (State.Status != JobStatus.Running)
        {
            return null;
        }

        if (model != State.Model)
        {
            throw new ArgumentException($"The job '{Name}' is scored with the model {State.Model[..12]}, and the silo {silo} has {model[..12]}; start it with the job's model.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        bool returned = Ledger.ReturnLost(IsDead, now, TimeSpan.FromMinutes(State.Request!.LeaseMinutes));
        int? batch = Ledger.Take(silo.ToParsableString(), puller, now);
        if (returned || batch is not null)
        {
            await SaveAsync();
        }

        return batch is { } number
            ? new BatchLease
            {
                Batch = number,
                Run = State.Run,
                Output = State.Request.Output,
                FirstPosition = (long)number * State.Request.BatchSize,
                IsGivenUp = Ledger.IsGivenUp(number),
            }
            : null;
    }

    public async Task Complete(int batch, BatchTally tally)
    {
        if (!Ledger.Complete(batch))
        {
            return;
        }

        State.Count(tally);
        if (Ledger.IsComplete)
        {
            State.Become(JobStatus.Gathering, clock.GetUtcNow());
        }

        await SaveAndContinue();
    }

    public async Task Return(int batch, string? obstacle)
    {
        Ledger.Return(batch);
        if (obstacle is not null && State.Status == JobStatus.Running)
        {
            State.Problem = $"batch {batch}: {obstacle}";
            State.Become(JobStatus.Failed, clock.GetUtcNow());
        }

        await SaveAndContinue();
    }

    private string Name => this.GetPrimaryKeyString();

    private bool IsDead(string owner) => members.CurrentSnapshot.GetSiloStatus(SiloAddress.FromParsableString(owner)) == SiloStatus.Dead;

    /// <summary>Callers must not see state that is not stored: after a failed write the state is read again.</summary>
    private async Task SaveAsync()
    {
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task SaveAndContinue()
    {
        await SaveAsync();
        IJobBoard board = GrainFactory.GetGrain<IJobBoard>(0);

        // A job stays on the board while it works in the background, so that silos call it and activate it after its silo died.
        bool isBusy = State.Status is JobStatus.Preparing or JobStatus.Running or JobStatus.Gathering;
        await (isBusy ? board.Add(Name) : board.Remove(Name));
        ContinueInBackground();
    }

    private void ContinueInBackground()
    {
        if (_background.IsCompleted)
        {
            _background = State.Status switch
            {
                JobStatus.Preparing => WorkAsync(PrepareAsync),
                JobStatus.Gathering => WorkAsync(GatherAsync),
                _ => Task.CompletedTask,
            };
        }
    }

    /// <summary>Runs outside of calls: reading a manifest of a million files takes longer than the timeout of a call.</summary>
    private async Task WorkAsync(Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The job {Job} cannot go on.", Name);
            State.Problem = exception.Message;
            State.Become(JobStatus.Failed, clock.GetUtcNow());
        }

        _background = Task.CompletedTask;
        await SaveAndContinue();
    }

    private async Task PrepareAsync()
    {
        ManifestBatches written = await ManifestBatches.WriteAsync(GrainFactory, State.Run, State.Request!);
        State.FileCount = written.FileCount;
        State.Repeated = written.Repeated;
        State.Batches = BatchLedger.Empty(written.BatchCount);
        State.Become(JobStatus.Running, clock.GetUtcNow());
    }

    private async Task GatherAsync()
    {
        // Code on a thread-pool thread must not access the grain, so it gets copies.
        (string name, string run, int count) = (State.Request!.Output, State.Run, State.Batches.Count);
        IResultOutput output = outputs.Of(name);
        await Task.Run(() => output.GatherAsync(name, run, count));
        State.Become(JobStatus.Done, clock.GetUtcNow());
    }

    private JobProgress Describe() => new()
    {
        Job = Name,
        Status = State.Status,
        FileCount = State.FileCount,
        Finished = State.FinishedFiles,
        Failures = State.Failures,
        Repeated = State.Repeated,
        AudioHours = State.AudioSeconds / 3600,
        RunningSeconds = State.RunningSeconds(clock.GetUtcNow()),
        Keeper = silo.SiloAddress.ToParsableString(),
        Problem = State.Problem,
    };
}
