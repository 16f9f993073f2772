using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Randomness;
using EmoHRNet.Corpora;

namespace EmoHRNet.Training;

/// <summary>The features of training utterances after the world, either in a few versions computed before the first epoch or new in every epoch.</summary>
/// <remarks>
/// The world changes the original recording; trimming and level follow, as in the classification of a user's recording.
/// Each version is a function of seed, utterance and version number.
/// </remarks>
internal sealed class WorldFeatures
{
    private const int Purpose = 105;
    private const int BabbleClipsAtMost = 400;

    private readonly WorldOptions _options;
    private readonly AudioPreparation _asRecorded;
    private readonly AudioReadOptions _reading;
    private readonly AudioPreparation _preparation;
    private readonly IFeatureExtractor _extractor;
    private readonly IWaveformAugment _change;
    private readonly FeatureCache? _cache;
    private readonly string _settings;
    private readonly int _seed;
    private readonly ConcurrentDictionary<string, Spectrogram[]> _versions = new();
    private readonly ConcurrentDictionary<string, float[]> _samples = new();

    /// <param name="recipe">A complete recipe with a world.</param>
    /// <param name="input">From samples to features.</param>
    /// <param name="augmentation">The changes of samples before the world, and the custom noise.</param>
    /// <param name="utterances">The training utterances, which are also the source of babble noise.</param>
    /// <param name="environment">The cache folder, unused with custom changes, and how recordings are read.</param>
    /// <param name="cancellationToken">Stops between two recordings.</param>
    public WorldFeatures(
        TrainingRecipe recipe,
        NetworkInput input,
        RunAugmentation augmentation,
        IReadOnlyList<Utterance> utterances,
        TrainingEnvironment environment,
        CancellationToken cancellationToken)
    {
        (_options, _seed, _reading) = (recipe.World!, recipe.Training.Seed, environment.Reading);
        _preparation = new AudioPreparation(recipe.Preparation);
        _asRecorded = new AudioPreparation(new PreparationOptions
        {
            Mix = recipe.Preparation.Mix,
            SampleRate = recipe.Preparation.SampleRate,
            Quality = recipe.Preparation.Quality,
        });
        _extractor = input.Extractor;
        WorldRecordings recordings = WorldRecordings.Load(_options, recipe.Preparation.SampleRate, _options.Babble is null ? [] : Babble(utterances, cancellationToken));
        WorldAugment world = new(_options, recordings, augmentation.NoiseSources);
        _change = augmentation.Samples is { } augment ? new WaveformAugmentSequence(augment, world) : world;
        _cache = environment.FeatureCacheFolder is { } folder && !augmentation.HasOwnSamples ? new FeatureCache(folder) : null;
        _settings = JsonSerializer.Serialize(new
        {
            recipe.Preparation,
            Features = input.Settings,
            World = _options with { NoiseFolder = null, RoomFolder = null },
            Changes = recipe.Augmentation with { SpecAugment = null, Mixup = null, VocalTractLengthPerturbation = null, BandGain = null, TimeShift = null },
            recipe.Training.Seed,
            Recordings = Hash(recordings),
            Library = typeof(WorldFeatures).Assembly.GetName().Version?.ToString(),
        }) + (_reading.AllowTruncated ? "|truncated" : "");
    }

    /// <summary>Computes every version, or, if versions are new in every epoch, reads and keeps the samples.</summary>
    /// <exception cref="CorpusException">A recording cannot be read or holds no speech; the message names the file.</exception>
    public void Prepare(IReadOnlyList<Utterance> utterances, Action<int>? prepared, CancellationToken cancellationToken) =>
        UtteranceLoop.ForEach(utterances, Prepare, prepared, cancellationToken);

    /// <summary>The features of one version of an utterance; not to be changed.</summary>
    public Spectrogram Draw(Utterance utterance, Random random)
    {
        if (_options.Versions == 0)
        {
            return Extract(_change.Apply(_samples[utterance.Path], _extractor.SampleRate, random));
        }

        Spectrogram[] versions = _versions[utterance.Path];
        return versions[random.Next(versions.Length)];
    }

    private void Prepare(Utterance utterance)
    {
        byte[] recording = File.ReadAllBytes(utterance.Path);
        if (_options.Versions == 0)
        {
            _samples[utterance.Path] = _asRecorded.Prepare(Waveform.Load(recording, _reading));
            return;
        }

        Lazy<float[]> samples = new(() => _asRecorded.Prepare(Waveform.Load(recording, _reading)));
        _versions[utterance.Path] = [.. Enumerable.Range(0, _options.Versions).Select(version => Cached(utterance, version, recording, samples))];
    }

    private Spectrogram Cached(Utterance utterance, int version, byte[] recording, Lazy<float[]> samples)
    {
        if (_cache is null)
        {
            return Version(utterance, version, samples.Value);
        }

        string key = FeatureCache.Key(recording, $"{_settings}|{utterance.Id}|{version}");
        if (_cache.Read(key) is { } kept)
        {
            return kept;
        }

        Spectrogram features = Version(utterance, version, samples.Value);
        _cache.Write(key, features);
        return features;
    }

    private Spectrogram Version(Utterance utterance, int version, float[] samples) => version == 0
        ? Extract(samples)
        : Extract(_change.Apply(samples, _extractor.SampleRate, RandomSource.For(_seed, version, NumberOf(utterance), Purpose)));

    private Spectrogram Extract(float[] samples) => _extractor.Extract(_preparation.Prepare(samples, _extractor.SampleRate));

    // The same on every machine and in every training set.
    private static int NumberOf(Utterance utterance) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(utterance.Id)));

    private float[][] Babble(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken)
    {
        int step = Math.Max(1, (utterances.Count + BabbleClipsAtMost - 1) / BabbleClipsAtMost);
        Utterance[] chosen = [.. utterances.Where((_, i) => i % step == 0)];
        ConcurrentDictionary<string, float[]> clips = new();
        UtteranceLoop.ForEach(chosen, utterance => clips[utterance.Path] = _preparation.Prepare(Waveform.Load(utterance.Path, _reading)), null, cancellationToken);
        return [.. chosen.Select(utterance => clips[utterance.Path]).Where(clip => clip.Length > 0)];
    }

    private static string Hash(WorldRecordings recordings)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (float[] samples in (IEnumerable<float[]>)[.. recordings.Noise, .. recordings.Rooms, .. recordings.Speech])
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>(samples));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
