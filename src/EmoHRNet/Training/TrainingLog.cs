using System.Diagnostics;
using EmoHRNet.Evaluation;
using Microsoft.Extensions.Logging;
using static TorchSharp.torch.utils.tensorboard;

namespace EmoHRNet.Training;

/// <summary>Reports the progress of a run: progress callbacks, log lines, TensorBoard.</summary>
internal sealed class TrainingLog(
    TrainingEnvironment environment, IProgress<TrainingProgress>? progress, int epochCount, int batchCount, int finishedBefore)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TorchSharp.Modules.SummaryWriter? _tensorBoard =
        environment.TensorBoardFolder is { } folder ? SummaryWriter(folder, createRunName: false) : null;

    private EpochRecord? _lastEpoch;

    public void StepFinished(int epoch, int done, double loss) =>
        Report(TrainingPhase.Training, epoch, done, loss, (epoch - 1) + ((double)done / batchCount));

    public void EpochFinished(EpochRecord record)
    {
        _lastEpoch = record;
        Report(TrainingPhase.EpochFinished, record.Epoch, batchCount, record.TrainingLoss, record.Epoch);
        environment.Logger?.LogInformation(
            "Epoch {Epoch}/{Epochs}: loss {Loss:F4}, validation {Accuracy:P2} (unweighted {UnweightedAccuracy:P2}), {Seconds:F1} s.",
            record.Epoch, epochCount, record.TrainingLoss, record.ValidationAccuracy, record.ValidationUnweightedAccuracy, record.Seconds);
        WriteTensorBoard(record);
    }

    private void Report(TrainingPhase phase, int epoch, int done, double loss, double epochsDone)
    {
        if (progress is null)
        {
            return;
        }

        double here = epochsDone - finishedBefore;
        TimeSpan? remaining = here > 0 ? Stopwatch.GetElapsedTime(_started) * ((epochCount - epochsDone) / here) : null;
        progress.Report(new TrainingProgress(phase, epoch, epochCount, done, batchCount, loss, _lastEpoch, remaining));
    }

    private void WriteTensorBoard(EpochRecord record)
    {
        _tensorBoard?.add_scalar("loss/training", (float)record.TrainingLoss, record.Epoch);
        _tensorBoard?.add_scalar("learning rate", (float)record.LearningRate, record.Epoch);
        if (record is { ValidationLoss: { } loss, ValidationUnweightedAccuracy: { } accuracy })
        {
            _tensorBoard?.add_scalar("loss/validation", (float)loss, record.Epoch);
            _tensorBoard?.add_scalar("unweighted accuracy/validation", (float)accuracy, record.Epoch);
        }
    }
}
