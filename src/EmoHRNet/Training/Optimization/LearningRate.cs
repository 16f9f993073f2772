namespace EmoHRNet.Training.Optimization;

/// <summary>The learning rate of every step as a pure function, so that a resumed run needs no scheduler state.</summary>
internal static class LearningRate
{
    /// <summary>The rate of a step: linear warm-up, then constant or half a cosine to zero (Loshchilov and Hutter, 2017).</summary>
    /// <param name="options">The options that hold the full rate, the warm-up and the schedule.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in an epoch.</param>
    public static double At(TrainingOptions options, long step, int stepsPerEpoch)
    {
        double warmup = options.WarmupEpochs * stepsPerEpoch;
        if (step < warmup)
        {
            return options.LearningRate * (step + 1) / (warmup + 1);
        }

        if (options.Schedule == LearningRateSchedule.Constant)
        {
            return options.LearningRate;
        }

        double length = ((double)options.Epochs * stepsPerEpoch) - warmup;
        double done = Math.Clamp((step - warmup) / Math.Max(1, length), 0, 1);
        return options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * done));
    }
}
