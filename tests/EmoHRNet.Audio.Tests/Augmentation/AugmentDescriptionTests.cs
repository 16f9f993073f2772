using System.Reflection;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Augmentation.Noise;
using EmoHRNet.Audio.Augmentation.Rooms;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

/// <summary>Checkpoints distinguish augmentations by <c>ToString</c>.</summary>
public class AugmentDescriptionTests
{
    [Fact]
    public void ToString_EveryAugmentationWithState_IsItsOwn()
    {
        Type[] kinds = [typeof(ISpecAugment), typeof(IWaveformAugment), typeof(INoiseSource)];
        IEnumerable<Type> types = typeof(ISpecAugment).Assembly.GetTypes()
            .Where(type => type.IsClass && kinds.Any(kind => kind.IsAssignableFrom(type)))
            .Where(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Length > 0);

        Assert.All(types, type => Assert.Equal(type, type.GetMethod(nameof(ToString), [])!.DeclaringType));
    }

    [Fact]
    public void ToString_OtherSettings_SaysOtherThings()
    {
        float[] clip = [0.1f, 0.2f], other = [0.1f, 0.3f];
        object[] all =
        [
            new SpeedPerturbation(0.9), new SpeedPerturbation(0.9, 1.1), new SpeedPerturbation(0.91),
            new Telephone(new TelephoneOptions { Codings = [Companding.ALaw] }), new Telephone(),
            new RecordedNoise(16_000, [clip]), new RecordedNoise(16_000, [other]), new RecordedNoise(8_000, [clip]), new RecordedNoise(16_000, [[0.1f], [0.2f]]),
            new BabbleNoise(16_000, [clip]), new BabbleNoise(16_000, [clip], 2), new BabbleNoise(16_000, [other]),
            new NoiseInjection(), new NoiseInjection(null, new MainsHum()), new NoiseInjection(null, new RecordedNoise(16_000, [clip])),
            new RoomReverberation(), new RoomReverberation(null, new RecordedRooms(16_000, [clip])), new RoomReverberation(null, new RecordedRooms(16_000, [other])),
            new WorldAugment(WorldOptions.Everyday with { Babble = null }, new WorldRecordings(16_000)),
            new WorldAugment(WorldOptions.Everyday with { Babble = null }, new WorldRecordings(16_000), new MainsHum()),
            new WaveformAugmentSequence(new SpeedPerturbation(0.9), new GainPerturbation()), new WaveformAugmentSequence(new GainPerturbation(), new SpeedPerturbation(0.9)),
            new GainPerturbation().WithProbability(0.5), new GainPerturbation().WithProbability(0.25), new BandGain().WithProbability(0.5),
        ];

        Assert.Equal(all.Length, all.Select(each => each.ToString()).Distinct().Count());
    }

    [Fact]
    public void Apply_SometimesWithLength_PassesTheLengthOn()
    {
        Lengths lengths = new();

        ((ISpecAugment)lengths).WithProbability(1).Apply(new Spectrogram(1, 2, 10), 7, new RandomSource(1));

        Assert.Equal([7], lengths.Seen);
    }

    private sealed class Lengths : ISpecAugment
    {
        public List<int> Seen { get; } = [];

        public void Apply(Spectrogram spectrogram, Random random) => Seen.Add(-1);

        public void Apply(Spectrogram window, int utteranceFrames, Random random) => Seen.Add(utteranceFrames);
    }
}
