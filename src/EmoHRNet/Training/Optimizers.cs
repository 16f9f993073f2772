using EmoHRNet.Network;
using static TorchSharp.torch;

namespace EmoHRNet.Training;

/// <summary>Builds TorchSharp's optimiser for the options.</summary>
internal static class Optimizers
{
    public static optim.Optimizer Create(HRNetModule network, TrainingOptions options)
    {
        IEnumerable<TorchSharp.Modules.Parameter> parameters = network.parameters().Where(p => p.requires_grad);
        return options.Optimizer switch
        {
            OptimizerKind.Adam => optim.Adam(parameters, options.LearningRate, options.Beta1, options.Beta2, weight_decay: options.WeightDecay),
            OptimizerKind.AdamW => optim.AdamW(parameters, options.LearningRate, options.Beta1, options.Beta2, weight_decay: options.WeightDecay),
            _ => optim.SGD(parameters, options.LearningRate, options.Beta1, weight_decay: options.WeightDecay, nesterov: options.Beta1 > 0),
        };
    }

    public static void SetLearningRate(this optim.Optimizer optimizer, double rate)
    {
        foreach (optim.ILearningRateController group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }
}
