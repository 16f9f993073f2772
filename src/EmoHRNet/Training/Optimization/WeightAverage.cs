using EmoHRNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Optimization;

/// <summary>Keeps a second network whose weights follow the first as an exponential moving average (Polyak averaging).</summary>
internal static class WeightAverage
{
    /// <summary>Moves the average towards the network after a step.</summary>
    /// <param name="average">The network that holds the average.</param>
    /// <param name="network">The network that is trained.</param>
    /// <param name="decay">The share of the average that is kept, below 1; early steps keep less, so that the initial weights are soon forgotten.</param>
    /// <param name="step">The step just taken, from 0.</param>
    public static void Update(HRNetModule average, HRNetModule network, double decay, long step)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        Dictionary<string, Tensor> sources = network.state_dict();
        Tensor moved = tensor((float)(1 - Math.Min(decay, (1.0 + step) / (10.0 + step))), device: sources.Values.First().device);
        foreach ((string name, Tensor target) in average.state_dict())
        {
            if (target.is_floating_point())
            {
                target.lerp_(sources[name], moved);
            }
            else
            {
                target.copy_(sources[name]);
            }
        }
    }
}
