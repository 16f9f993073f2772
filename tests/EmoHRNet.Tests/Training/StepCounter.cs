using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

/// <summary>Counts the steps a run takes.</summary>
internal sealed class StepCounter : IProgress<TrainingProgress>
{
    public int Steps { get; private set; }

    public void Report(TrainingProgress value) => Steps += value.Phase == TrainingPhase.Training ? 1 : 0;
}
