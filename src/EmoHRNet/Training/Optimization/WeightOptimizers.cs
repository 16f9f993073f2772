using EmoHRNet.Network;

namespace EmoHRNet.Training.Optimization;

/// <summary>Builds the optimizer that the options name.</summary>
internal static class WeightOptimizers
{
    public static WeightOptimizer Create(HRNetModule network, TrainingOptions options) => options.Optimizer switch
    {
        OptimizerKind.Sgd => new MomentumOptimizer(network.named_parameters(), options),
        _ => new AdamOptimizer(network.named_parameters(), options),
    };
}
