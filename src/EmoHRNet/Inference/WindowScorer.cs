using EmoHRNet.Audio.Features;
using EmoHRNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Inference;

/// <summary>Runs a network over clips of any length, many windows at a time, and gives each clip one distribution over the classes.</summary>
/// <remarks>The network must be in eval mode. Safe from several threads as far as the network is; it holds no state of a call.</remarks>
internal sealed class WindowScorer(HRNetModule network, int windowFrames, Device device, int batchSize)
{
    private readonly ClipWindows _windows = new(windowFrames);

    /// <summary>The probabilities of each clip, in the clips' order.</summary>
    /// <param name="clips">Spectrograms with the channels and bands the network expects.</param>
    /// <param name="temperature">What logits are divided by before the softmax.</param>
    public float[][] Probabilities(IReadOnlyList<Spectrogram> clips, double temperature = 1)
    {
        int classCount = network.Options.ClassCount;
        (int Clip, int Window)[] all = [.. clips.SelectMany((clip, index) => Enumerable.Range(0, _windows.Count(clip.FrameCount)).Select(w => (index, w)))];
        float[][] rows = new float[clips.Count][];
        List<float> gathered = [];
        foreach ((int Clip, int Window)[] chunk in all.Chunk(batchSize))
        {
            gathered.AddRange(Forward([.. chunk.Select(w => (clips[w.Clip], w.Window))], temperature));
        }

        int next = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int length = _windows.Count(clips[i].FrameCount) * classCount;
            rows[i] = ClipWindows.Average(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(gathered).Slice(next, length), classCount);
            next += length;
        }

        return rows;
    }

    private float[] Forward((Spectrogram Clip, int Window)[] windows, double temperature)
    {
        Spectrogram first = windows[0].Clip;
        int size = first.ChannelCount * first.BandCount * windowFrames;
        float[] values = new float[windows.Length * size];
        for (int i = 0; i < windows.Length; i++)
        {
            _windows.CopyTo(windows[i].Clip, windows[i].Window, values.AsSpan(i * size, size));
        }

        using DisposeScope scope = NewDisposeScope();
        using IDisposable inference = inference_mode();
        Tensor input = tensor(values, [windows.Length, first.ChannelCount, first.BandCount, windowFrames]).to(device);
        return network.call(input).div(temperature).softmax(1).to_type(ScalarType.Float32).cpu().data<float>().ToArray();
    }
}
