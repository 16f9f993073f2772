using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Skips a residual body for some clips of a batch and scales the others, to keep the mean (Huang et al., 2016).</summary>
internal static class StochasticDepth
{
    public static Tensor Apply(Tensor body, double skipProbability, RandomMasks masks)
    {
        using Tensor mask = masks.Draw([body.size(0), 1, 1, 1], 1 - skipProbability, body);
        return body.mul(mask);
    }

    /// <summary>The probabilities of one stage; over all modules they grow linearly from 0 to the option's value.</summary>
    public static Range Ramp(HRNetOptions options, int stage)
    {
        int total = options.Stages.Sum(s => s.ModuleCount);
        int before = options.Stages.Take(stage).Sum(s => s.ModuleCount);
        double step = options.StochasticDepth / total;
        return new Range(step * before, step * (before + options.Stages[stage].ModuleCount));
    }

    /// <summary>Skip probabilities from the first block to the last.</summary>
    public readonly record struct Range(double First, double Last)
    {
        public Range Part(int index, int count) =>
            new(First + ((Last - First) * index / count), First + ((Last - First) * (index + 1) / count));

        /// <summary>The probability of one block of several; the last one of the range has the full value.</summary>
        public double At(int index, int count) => First + ((Last - First) * (index + 1) / count);
    }
}
