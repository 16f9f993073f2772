using EmoHRNet.Network;
using EmoHRNet.Tests.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Cuda;

/// <summary>A network on a GPU against the same network on the CPU. Convolutions there may round to 10 bits (TF32).</summary>
[Trait("Category", CudaDevice.Category)]
public class CudaNetworkTests
{
    private const double Tolerance = 5e-3;

    // An H200 differs by up to 0.03; a gradient that misses a term or has the wrong sign, by 1 or more.
    private const double GradientTolerance = 5e-2;

    [Fact]
    public void Forward_Gpu_GivesTheLogitsOfTheProcessor()
    {
        Device device = CudaDevice.RequireDevice();
        using HRNetModule network = Filled();
        using Tensor input = NamedFill.Input(3, 1, 63, 97);
        using Tensor expected = network.call(input);
        network.to(device);
        using Tensor moved = input.to(device);
        using Tensor found = network.call(moved);
        Close(expected, found);
    }

    [Fact]
    public void ToInference_Gpu_FoldsToTheSameLogits()
    {
        Device device = CudaDevice.RequireDevice();
        using HRNetModule network = Filled();
        using Tensor input = NamedFill.Input(3, 1, 63, 97);
        using Tensor expected = network.call(input);
        network.to(device);
        using FusedHRNet fused = network.ToInference();
        using Tensor moved = input.to(device);
        using Tensor found = fused.call(moved);
        Assert.Equal(device.type, found.device_type);
        Close(expected, found);
    }

    [Fact]
    public void Backward_Gpu_GivesTheGradientsOfTheProcessor()
    {
        Device device = CudaDevice.RequireDevice();
        Dictionary<string, Tensor> expected = Gradients(CPU);
        Dictionary<string, Tensor> found = Gradients(device);
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, gradient => Assert.InRange(RelativeError(gradient.Value, found[gradient.Key]), 0, GradientTolerance));
        foreach (Tensor gradient in expected.Values.Concat(found.Values))
        {
            gradient.Dispose();
        }
    }

    [Fact]
    public void New_SameSeedOnGpu_GivesTheWeightsAndDropoutOfTheProcessor()
    {
        Device device = CudaDevice.RequireDevice();
        using DisposeScope scope = NewDisposeScope();
        HRNetOptions options = HRNetPresets.EmoHRNetQuick(4) with { Dropout = 0.5, StochasticDepth = 0.3 };
        using HRNetModule onCpu = new(options, seed: 3);
        using HRNetModule onGpu = new(options, seed: 3, device);
        Assert.All(
            onCpu.named_parameters().Zip(onGpu.named_parameters()),
            pair => Assert.Equal(pair.First.parameter.data<float>().ToArray(), pair.Second.parameter.detach().cpu().data<float>().ToArray()));
        onCpu.SeedDropout(5);
        onGpu.SeedDropout(5);
        Tensor input = NamedFill.Input(8, 1, 32, 48);
        Close(onCpu.call(input), onGpu.call(input.to(device)), 5 * Tolerance);
    }

    private static Dictionary<string, Tensor> Gradients(Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        using HRNetModule network = Filled();
        network.to(device);
        network.call(NamedFill.Input(4, 1, 32, 48).to(device)).square().sum().backward();
        return network.named_parameters().ToDictionary(
            parameter => parameter.name, parameter => parameter.parameter.grad!.detach().cpu().clone().MoveToOuterDisposeScope());
    }

    private static HRNetModule Filled()
    {
        HRNetModule network = new(HRNetPresets.EmoHRNetQuick(5));
        NamedFill.Fill(network);
        network.eval();
        return network;
    }

    // Of the norm: rounding moves a few activations across the ReLU's kink, which changes single elements more.
    private static double RelativeError(Tensor expected, Tensor found)
    {
        using DisposeScope scope = NewDisposeScope();
        return (expected - found).norm().item<float>() / expected.norm().item<float>();
    }

    private static void Close(Tensor expected, Tensor found, double tolerance = Tolerance)
    {
        using DisposeScope scope = NewDisposeScope();
        double worst = (expected - found.cpu()).abs().max().item<float>() / expected.abs().max().item<float>();
        Assert.InRange(worst, 0, tolerance);
    }
}
