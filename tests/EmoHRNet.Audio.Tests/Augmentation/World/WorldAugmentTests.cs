using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.World;

public class WorldAugmentTests
{
    private const int Rate = 16_000;

    private static readonly float[] Samples = Signals.Sine(Rate, Rate, 440, 0.3f);

    private static readonly WorldRecordings Recordings = new(Rate) { Speech = [Signals.Sine(Rate, Rate, 200), Signals.Sine(Rate, Rate, 300)] };

    [Fact]
    public void Apply_Everyday_IsFiniteVariedAndTheSameForEqualSeeds()
    {
        WorldAugment world = new(WorldOptions.Everyday, Recordings);

        float[][] first = [.. Enumerable.Range(0, 30).Select(seed => world.Apply(Samples, Rate, new RandomSource(seed)))];
        float[][] second = new float[30][];
        Parallel.For(0, 30, seed => second[seed] = world.Apply(Samples, Rate, new RandomSource(seed)));

        Assert.Equal(first, second);
        Assert.All(first, heard => Assert.All(heard, value => Assert.True(float.IsFinite(value))));
        Assert.True(first.Select(heard => heard.Sum(Math.Abs)).Distinct().Count() > 20);
    }

    [Fact]
    public void Apply_CleanShareOfOne_ChangesNothing() =>
        Assert.Equal(Samples, new WorldAugment(WorldOptions.Everyday with { CleanShare = 1 }, Recordings).Apply(Samples, Rate, new RandomSource(1)));

    [Fact]
    public void Apply_OnePartAlone_HappensAsOftenAsItsProbability()
    {
        WorldAugment world = new(
            new WorldOptions { CleanShare = 0, Noise = new NoiseInjectionOptions(), NoiseProbability = 0.3 }, new WorldRecordings(Rate));
        int changed = Enumerable.Range(0, 1000).Count(seed => world.Apply(Samples.AsSpan(0, 50), Rate, new RandomSource(seed))[7] != Samples[7]);
        Assert.InRange(changed, 250, 350);
    }

    [Fact]
    public void Constructor_BabbleWithoutSpeech_Throws() =>
        Assert.Throws<ArgumentException>(() => new WorldAugment(WorldOptions.Everyday, new WorldRecordings(Rate)));

    [Fact]
    public void Validate_Nonsense_NamesEveryProblem()
    {
        WorldOptions options = WorldOptions.Everyday with
        {
            CleanShare = 2,
            Versions = 1,
            Noise = null,
            NoiseFolder = "noise",
            Room = new() { MinimumSeconds = 9 },
        };
        string[] names = [.. Assert.Throws<InvalidOptionsException>(options.Validate).Problems.Select(problem => problem.Name)];
        Assert.Equal(["CleanShare", "Versions", "NoiseFolder", "Room.MinimumSeconds", "Room.MinimumSeconds"], names);
    }

    [Fact]
    public void LoadFolder_FilesOfAnotherRate_AreResampledAndOthersPassedOver()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "inner"));
            new Waveform(8000, [Signals.Sine(800, 8000, 100)]).Save(Path.Combine(folder, "inner", "noise.wav"));
            File.WriteAllText(Path.Combine(folder, "readme.txt"), "no audio");
            Assert.Equal(1600, Assert.Single(WorldRecordings.LoadFolder(folder, Rate)).Length);
            File.Delete(Path.Combine(folder, "inner", "noise.wav"));
            Assert.Throws<ArgumentException>(() => WorldRecordings.LoadFolder(folder, Rate));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
