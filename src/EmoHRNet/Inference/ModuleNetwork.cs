using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Inference;

/// <summary>Adapts a TorchSharp module to the engine's interface. Thread-safe if the module is; the module is not disposed.</summary>
/// <param name="module">From [windows, channels, bands, frames] to logits [windows, classes].</param>
/// <param name="channels">The channels of a window.</param>
/// <param name="bands">The bands of a window.</param>
/// <param name="device">The device of the module.</param>
internal sealed class ModuleNetwork(nn.Module<Tensor, Tensor> module, int channels, int bands, Device device) : IEmotionNetwork
{
    public void Run(ReadOnlySpan<float> windows, int count, int windowFrames, Span<float> logits)
    {
        long expected = (long)count * channels * bands * windowFrames;
        if (windows.Length != expected)
        {
            throw new ArgumentException($"Found {windows.Length} values; [{count}, {channels}, {bands}, {windowFrames}] needs {expected}.", nameof(windows));
        }

        using DisposeScope scope = NewDisposeScope();
        using IDisposable inference = inference_mode();
        Tensor input = tensor(windows.ToArray(), [count, channels, bands, windowFrames], device: device);
        float[] found = module.call(input).cpu().data<float>().ToArray();
        if (found.Length != logits.Length)
        {
            throw new ArgumentException($"Found room for {logits.Length} logits; the network gives {found.Length}.", nameof(logits));
        }

        found.CopyTo(logits);
    }

    public void Dispose()
    {
    }
}
