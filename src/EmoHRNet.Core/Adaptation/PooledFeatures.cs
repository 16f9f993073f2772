using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Adaptation;

/// <summary>
/// Computes the pooled features of recordings, the input of the last layer, on any engine: the model runs with the identity as its last
/// layer.
/// </summary>
internal sealed class PooledFeatures : IDisposable
{
    private const int BatchSize = 16;

    private readonly ClipPreparer _preparer;
    private readonly ClipWindows _windows;
    private readonly IEmotionNetwork _network;
    private readonly int _count;

    /// <param name="model">The model.</param>
    /// <param name="createNetwork">Creates a network on an engine.</param>
    /// <param name="extractor">The application's own feature extractor; null for built-in features.</param>
    /// <exception cref="ModelFormatException">The model does not end in one linear layer.</exception>
    /// <exception cref="ExtractorMismatchException">The model was trained with another feature extractor.</exception>
    public PooledFeatures(StoredModel model, Func<StoredModel, IEmotionNetwork> createNetwork, IFeatureExtractor? extractor = null)
    {
        _preparer = new ClipPreparer(model.Description, new ClassifierOptions(), model.Description.CreateExtractor(extractor));
        _windows = new ClipWindows(model.Description.WindowFrames);
        StoredModel features = ClassifierLayer.FeaturesOf(model);
        _count = features.Description.Labels.Count;
        _network = createNetwork(features);
    }

    /// <summary>The pooled features of each window of a recording.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, silent, or holds a sample that is not finite.</exception>
    public IReadOnlyList<double[]> Of(Waveform waveform)
    {
        PreparedClip clip = _preparer.Prepare(waveform, nameof(waveform));
        return clip.IsSilent
            ? throw new ArgumentException("It contains no sound.", nameof(waveform))
            : [.. Enumerable.Range(0, _windows.Count(clip.Features.FrameCount)).Chunk(BatchSize).SelectMany(batch => Run(clip.Features, batch))];
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private IEnumerable<double[]> Run(Spectrogram clip, int[] windows)
    {
        int length = clip.ChannelCount * clip.BandCount * _windows.WindowFrames;
        float[] values = new float[windows.Length * length];
        for (int i = 0; i < windows.Length; i++)
        {
            _windows.CopyTo(clip, windows[i], values.AsSpan(i * length, length));
        }

        float[] features = new float[windows.Length * _count];
        _network.Run(values, windows.Length, _windows.WindowFrames, features);
        return features.Chunk(_count).Select(row => Array.ConvertAll(row, value => (double)value));
    }
}
