using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Transforms;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Benchmarks.Peers;

/// <summary>The log-mel pipeline on torch.stft, one thread.</summary>
internal sealed class TorchLogMel
{
    private readonly MelSpectrogramOptions _options;
    private readonly Tensor _window;
    private readonly Tensor _filters;

    public TorchLogMel(MelSpectrogramOptions options)
    {
        set_num_threads(1);
        _options = options;
        _window = tensor(WindowFunction.Create(options.Window, options.WindowLength));
        MelFilterBank bank = new(options);
        float[] weights = [.. Enumerable.Range(0, bank.BandCount * bank.BinCount).Select(i => bank[i / bank.BinCount, i % bank.BinCount])];
        _filters = tensor(weights, [bank.BandCount, bank.BinCount]);
    }

    public float[] Extract(float[] samples)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable inference = inference_mode();
        Tensor spectrum = stft(
            tensor(samples), _options.FftSize, _options.HopLength, _options.WindowLength, _window, center: true, return_complex: true);
        Tensor bands = _filters.matmul(view_as_real(spectrum).square().sum(-1));
        return bands.clamp_min_(_options.LogFloor).log_().data<float>().ToArray();
    }
}
