using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Augmentation.Rooms;

namespace EmoHRNet.Audio.Augmentation.World;

/// <summary>Applies the recording conditions that <see cref="WorldOptions"/> describes, drawn anew for each utterance.</summary>
public sealed class WorldAugment : IWaveformAugment
{
    private readonly double _cleanShare;
    private readonly WaveformAugmentSequence _way;
    private readonly string _description;

    /// <summary>Creates the augmentation.</summary>
    /// <param name="options">The conditions and their probabilities.</param>
    /// <param name="recordings">Noise, rooms and speech to draw from.</param>
    /// <param name="noiseSources">Further noise sources, each as likely as white, pink and recorded noise.</param>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentException">The options ask for babble, but there is no speech to make it from.</exception>
    public WorldAugment(WorldOptions options, WorldRecordings recordings, params IEnumerable<INoiseSource> noiseSources)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(noiseSources);
        options.Validate();
        if (options.Babble is not null && recordings.Speech.Count == 0)
        {
            throw new ArgumentException("Babble is made from clips of speech, but there are none; pass some, or turn babble off.", nameof(recordings));
        }

        _cleanShare = options.CleanShare;
        _way = new WaveformAugmentSequence(Steps(options, recordings, [.. noiseSources]));
        _description = $"{options} of {_way}";
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextDouble() < _cleanShare ? samples.ToArray() : _way.Apply(samples, sampleRate, random);
    }

    /// <summary>The settings.</summary>
    public override string ToString() => _description;

    private static IEnumerable<IWaveformAugment> Steps(WorldOptions options, WorldRecordings recordings, INoiseSource[] noiseSources)
    {
        int rate = recordings.SampleRate;
        List<(IWaveformAugment? Step, double Probability)> steps =
        [
            (Create(options.Surroundings, o => new Surroundings(o)), options.SurroundingsProbability),
            (Create(options.Room, o => new RoomReverberation(o, recordings.Rooms.Count > 0 ? new RecordedRooms(rate, recordings.Rooms) : null)), options.RoomProbability),
            (Create(options.Noise, o => new NoiseInjection(o, [.. NoiseSources(recordings), .. noiseSources])), options.NoiseProbability),
            (Create(options.Babble, o => new NoiseInjection(o, new BabbleNoise(rate, recordings.Speech))), options.BabbleProbability),
            (Create(options.Hum, o => new NoiseInjection(o, new MainsHum())), options.HumProbability),
            (Create(options.Microphone, o => new Microphone(o)), options.MicrophoneProbability),
            (Create(options.Clipping, o => new Clipping(o)), options.ClippingProbability),
            (Create(options.Telephone, o => new Telephone(o)), options.TelephoneProbability),
            (Create(options.Opus, o => new OpusCall(o)), options.OpusProbability),
            (Create(options.RecodedFile, o => new RecodedFile(o)), options.RecodedFileProbability),
        ];
        return from each in steps where each.Step is not null select each.Step.WithProbability(each.Probability);
    }

    private static IWaveformAugment? Create<T>(T? options, Func<T, IWaveformAugment> create)
        where T : class => options is null ? null : create(options);

    private static IEnumerable<INoiseSource> NoiseSources(WorldRecordings recordings)
    {
        yield return new WhiteNoise();
        yield return new PinkNoise();
        if (recordings.Noise.Count > 0)
        {
            yield return new RecordedNoise(recordings.SampleRate, recordings.Noise);
        }
    }
}
