using TorchSharp.Modules;

namespace EmoHRNet.Training.Optimization;

/// <summary>Builds the optimizer that the options name.</summary>
internal static class WeightOptimizers
{
    public static WeightOptimizer Create(IEnumerable<(string Name, Parameter Value)> parameters, TrainingOptions options) => options.Optimizer switch
    {
        OptimizerKind.Sgd => new MomentumOptimizer(parameters, options),
        OptimizerKind.Muon => new MuonOptimizer(parameters, options),
        OptimizerKind.Adam or OptimizerKind.AdamW => new AdamOptimizer(parameters, options),
        var other => throw new ArgumentOutOfRangeException(nameof(options), other, "Expected a defined optimizer."),
    };
}
