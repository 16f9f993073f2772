namespace EmoHRNet.Samples.Cluster.Jobs;

/// <inheritdoc cref="IJobBoard"/>
internal sealed class JobBoard([PersistentState("board")] IPersistentState<JobBoardState> board) : Grain, IJobBoard
{
    public Task<string[]> Running() => Task.FromResult(board.State.Jobs.ToArray());

    public Task Add(string job)
    {
        if (board.State.Jobs.Contains(job))
        {
            return Task.CompletedTask;
        }

        board.State.Jobs.Add(job);
        return board.WriteStateAsync();
    }

    public Task Remove(string job) => board.State.Jobs.Remove(job) ? board.WriteStateAsync() : Task.CompletedTask;
}
