namespace EmoHRNet.Samples.Cluster.Jobs;

/// <summary>Tracks a job's batches: finished, leased (and to which silo), and next.</summary>
/// <param name="state">The state, changed in place.</param>
internal sealed class BatchLedger(BatchLedgerState state)
{
    /// <summary>A batch is given up after this many silos died while scoring it, because it is then probably the cause.</summary>
    public const int DeathsBeforeGivingUp = 3;

    public static BatchLedgerState Empty(int count) => new() { Count = count, Finished = new byte[(count + 7) / 8] };

    public bool IsComplete => state.FinishedCount == state.Count;

    public bool IsFinished(int batch) => (state.Finished[batch / 8] & (1 << (batch % 8))) != 0;

    public bool IsGivenUp(int batch) => state.Deaths.GetValueOrDefault(batch) >= DeathsBeforeGivingUp;

    /// <summary>
    /// Hands out the next batch, or null when all are out or finished. A puller holds one batch at a time: if it asks while it has one on the
    /// books, it never got the answer, and gets that batch again.
    /// </summary>
    public int? Take(string silo, int puller, DateTimeOffset now)
    {
        int batch;
        if (HeldBy(silo, puller) is { } lost)
        {
            batch = lost;
        }
        else if (state.Returned.Count > 0)
        {
            batch = state.Returned[0];
            state.Returned.RemoveAt(0);
        }
        else if (state.Next < state.Count)
        {
            batch = state.Next++;
        }
        else
        {
            return null;
        }

        state.Out[batch] = new LeaseState { Silo = silo, Puller = puller, Since = now };
        return batch;
    }

    /// <summary>Marks a batch as finished, by whichever silo.</summary>
    /// <returns>False if it was finished already, so that it is not counted twice.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    public bool Complete(int batch)
    {
        RequireBatch(batch);
        if (IsFinished(batch))
        {
            return false;
        }

        state.Finished[batch / 8] |= (byte)(1 << (batch % 8));
        state.FinishedCount++;
        state.Out.Remove(batch);
        state.Returned.Remove(batch);
        state.Deaths.Remove(batch);
        return true;
    }

    /// <summary>Returns a leased batch, which is then handed out next.</summary>
    public void Return(int batch)
    {
        RequireBatch(batch);
        if (state.Out.Remove(batch))
        {
            state.Returned.Add(batch);
        }
    }

    /// <summary>Reclaims the batches of dead silos, and those leased for too long.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ReturnLost(Func<string, bool> isDead, DateTimeOffset now, TimeSpan longest)
    {
        int[] orphans = [.. state.Out.Where(lease => isDead(lease.Value.Silo)).Select(lease => lease.Key)];
        int[] late = [.. state.Out.Where(lease => now - lease.Value.Since > longest).Select(lease => lease.Key).Except(orphans)];
        foreach (int batch in orphans)
        {
            state.Deaths[batch] = state.Deaths.GetValueOrDefault(batch) + 1;
        }

        foreach (int batch in orphans.Concat(late).Order())
        {
            Return(batch);
        }

        return orphans.Length + late.Length > 0;
    }

    private int? HeldBy(string silo, int puller) => state.Out
        .Where(lease => lease.Value.Silo == silo && lease.Value.Puller == puller).Select(lease => (int?)lease.Key).FirstOrDefault();

    private void RequireBatch(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, state.Count);
    }
}
