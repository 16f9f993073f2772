using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Corpora;
using EmoHRNet.Inference;

namespace EmoHRNet.Training;

/// <summary>The features of every utterance at each speed, or its samples, computed once before the first epoch and kept in memory.</summary>
internal sealed class FeatureStore
{
    /// <summary>The speed factor of recordings as they are.</summary>
    public const double NaturalSpeed = TestTimeAugmentation.NaturalSpeed;

    /// <summary>Only the original speed.</summary>
    public static SpeedPerturbationOptions Unchanged { get; } = new() { Factors = [NaturalSpeed] };

    private readonly AudioPreparation _preparation;
    private readonly IFeatureExtractor _extractor;
    private readonly AudioReadOptions _reading;
    private readonly string _settings;
    private readonly FeatureCache? _cache;
    private readonly ConcurrentDictionary<(string Path, double Speed), Spectrogram> _features = new();
    private readonly ConcurrentDictionary<string, float[]> _samples = new();

    public FeatureStore(PreparationOptions preparation, FeatureOptions features, string? cacheFolder, AudioReadOptions? reading = null)
        : this(preparation, new NetworkInput(features), cacheFolder, reading)
    {
    }

    public FeatureStore(PreparationOptions preparation, NetworkInput input, string? cacheFolder, AudioReadOptions? reading = null)
    {
        _reading = reading ?? new AudioReadOptions();
        _preparation = new AudioPreparation(preparation);
        _extractor = input.Extractor;
        _settings = JsonSerializer.Serialize(new { preparation, features = input.Settings, library = typeof(FeatureStore).Assembly.GetName().Version?.ToString() })
            + (_reading.AllowTruncated ? "|truncated" : "");
        _cache = cacheFolder is null ? null : new FeatureCache(cacheFolder);
    }

    /// <summary>The bands of the features.</summary>
    public int BandCount => _extractor.BandCount;

    /// <summary>The features of an utterance prepared at that speed; shared, so they must not be changed.</summary>
    public Spectrogram this[Utterance utterance, double speed] => _features[(utterance.Path, speed)];

    /// <summary>The features of an utterance after a change of its kept samples; the level includes the noise, as in prediction.</summary>
    public Spectrogram Extract(Utterance utterance, IWaveformAugment change, Random random) =>
        _extractor.Extract(_preparation.RestoreLevel(change.Apply(_samples[utterance.Path], _extractor.SampleRate, random)));

    /// <summary>Computes or reads the features of utterances at every speed, on all cores.</summary>
    /// <param name="utterances">The utterances.</param>
    /// <param name="speeds">The speed factors, and the quality of resampling.</param>
    /// <param name="prepared">Called with the number of utterances prepared so far.</param>
    /// <param name="cancellationToken">Stops between utterances.</param>
    /// <exception cref="CorpusException">A recording cannot be read or holds no speech; the message names the file.</exception>
    public void Prepare(IReadOnlyList<Utterance> utterances, SpeedPerturbationOptions speeds, Action<int>? prepared, CancellationToken cancellationToken) =>
        UtteranceLoop.ForEach(utterances, utterance => KeepFeatures(utterance, speeds), prepared, cancellationToken);

    /// <summary>Reads and keeps the samples of utterances, for changes that differ in every epoch.</summary>
    /// <exception cref="CorpusException">A recording cannot be read or holds no speech; the message names the file.</exception>
    public void KeepSamples(IReadOnlyList<Utterance> utterances, Action<int>? prepared, CancellationToken cancellationToken) =>
        UtteranceLoop.ForEach(utterances, utterance => _samples[utterance.Path] = _preparation.Prepare(Waveform.Load(File.ReadAllBytes(utterance.Path), _reading)), prepared, cancellationToken);

    private void KeepFeatures(Utterance utterance, SpeedPerturbationOptions speeds)
    {
        byte[] recording = File.ReadAllBytes(utterance.Path);
        float[]? samples = null;
        foreach (double speed in speeds.Factors)
        {
            _features.GetOrAdd((utterance.Path, speed), _ => Cached(recording, speed, speeds.Quality, () => samples ??= _preparation.Prepare(Waveform.Load(recording, _reading))));
        }
    }

    private Spectrogram Cached(byte[] recording, double speed, ResamplingQuality quality, Func<float[]> samples)
    {
        if (_cache is null)
        {
            return Extract(samples(), speed, quality);
        }

        string key = FeatureCache.Key(recording, string.Create(CultureInfo.InvariantCulture, $"{_settings}|{speed:R}|{quality}"));
        Spectrogram? features = _cache.Read(key);
        if (features is null)
        {
            features = Extract(samples(), speed, quality);
            _cache.Write(key, features);
        }

        return features;
    }

    private Spectrogram Extract(float[] samples, double speed, ResamplingQuality quality) => _extractor.Extract(speed == NaturalSpeed
        ? samples
        : new SpeedPerturbation(new SpeedPerturbationOptions { Factors = [speed], Quality = quality }).Apply(samples, _extractor.SampleRate, Random.Shared));
}
