using System.Diagnostics;
using EmoHRNet.Evaluation;
using EmoHRNet.Training.Optimization;

namespace EmoHRNet.Training;

/// <summary>Runs an epoch: batches, gradients, optimizer steps, then the validation set.</summary>
internal sealed class EpochLoop(TrainingRun run, TrainingOptions options, BatchSource batches, EpochValidation? validation, TrainingLog log)
{
    // Enough to hide a slow batch behind earlier ones, few enough to save memory.
    private const int PrefetchedBatches = 4;

    private int StepsPerEpoch => (batches.BatchCount + options.GradientAccumulation - 1) / options.GradientAccumulation;

    /// <summary>Trains and validates one epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="cancellationToken">Checked before every batch.</param>
    /// <exception cref="TrainingDivergedException">The loss is not finite.</exception>
    public EpochRecord Run(int epoch, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        Prefetch<TrainingBatch> prefetch = new(PrefetchedBatches);
        run.BeginEpoch(epoch);
        (double loss, double rate) = Train(epoch, prefetch.Run(batches.Epoch(epoch), cancellationToken), cancellationToken);
        ValidationScore? score = validation?.Score(run.Kept);
        return new EpochRecord(epoch, rate, loss, score?.Accuracy, score?.UnweightedAccuracy, score?.Loss,
            Stopwatch.GetElapsedTime(started).TotalSeconds, prefetch.Waited.TotalSeconds);
    }

    private (double Loss, double Rate) Train(int epoch, IEnumerable<TrainingBatch> prepared, CancellationToken cancellationToken)
    {
        long step = (long)(epoch - 1) * StepsPerEpoch;
        double lossSum = 0, rate = 0;
        int utterances = 0, done = 0;
        foreach (TrainingBatch batch in prepared)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rate = LearningRate.At(options, step, StepsPerEpoch);
            lossSum += Accumulate(batch, epoch, done++, rate) * batch.Count;
            utterances += batch.Count;
            if (done % options.GradientAccumulation == 0 || done == batches.BatchCount)
            {
                run.Step(step++, rate);
            }

            log.StepFinished(epoch, done, lossSum / utterances);
        }

        return (lossSum / utterances, rate);
    }

    private double Accumulate(TrainingBatch batch, int epoch, int before, double rate)
    {
        int group = before - (before % options.GradientAccumulation);
        double loss = run.Accumulate(batch, Math.Min(options.GradientAccumulation, batches.BatchCount - group));
        return double.IsFinite(loss) ? loss : throw new TrainingDivergedException(epoch, before + 1, rate);
    }
}
