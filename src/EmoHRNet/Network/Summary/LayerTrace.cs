using EmoHRNet.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Summary;

/// <summary>Runs a network on the meta device, where tensors have shapes and no values, and records the output shape of each layer.</summary>
internal static class LayerTrace
{
    public static IReadOnlyList<LayerSummary> Run(HRNetOptions options, int bands, int frames)
    {
        using var network = new HRNetModule(options, device: META);
        network.eval();
        var layers = new List<LayerSummary>();
        foreach ((string name, nn.Module module) in network.named_modules())
        {
            if (module is Convolution or BatchNormalization or Classifier)
            {
                ((nn.Module<Tensor, Tensor>)module).register_forward_hook((_, _, output) =>
                {
                    layers.Add(Describe(name, module, output.shape));
                    return output;
                });
            }
        }

        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        network.call(empty([1, options.InputChannels, bands, frames], device: META));
        return layers;
    }

    private static LayerSummary Describe(string name, nn.Module module, long[] output) => new(
        name, output[1..], module.parameters().Sum(parameter => parameter.numel()), MultiplyAdds(module, output));

    private static long MultiplyAdds(nn.Module module, long[] output) => module switch
    {
        Convolution convolution => convolution.Weight.numel() * output[2] * output[3],
        Classifier classifier => classifier.Weight.numel(),
        _ => 0,
    };
}
