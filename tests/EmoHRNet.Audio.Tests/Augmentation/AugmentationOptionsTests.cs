using System.Text.Json;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation;

public class AugmentationOptionsTests
{
    private static readonly AugmentationOptions Everything = new()
    {
        Speed = new(),
        Gain = new(),
        Noise = new(),
        WaveformTimeShift = new(),
        VocalTractLengthPerturbation = new(),
        Mixup = new(),
    };

    [Fact]
    public void Create_Default_ShiftsThenMasks()
    {
        var sequence = Assert.IsType<AugmentSequence>(new AugmentationOptions().CreateSpecAugment());
        Assert.Collection(sequence.Steps, s => Assert.IsType<TimeShift>(s), s => Assert.IsType<SpecAugment>(s));
        Assert.Null(new AugmentationOptions().CreateWaveformAugment());
    }

    [Fact]
    public void CreateSpecAugment_Everything_ShiftsStretchesThenMasks()
    {
        var sequence = Assert.IsType<AugmentSequence>(Everything.CreateSpecAugment());
        Assert.Collection(sequence.Steps, s => Assert.IsType<TimeShift>(s), s => Assert.IsType<VocalTractLengthPerturbation>(s), s => Assert.IsType<SpecAugment>(s));
    }

    [Fact]
    public void Create_None_MakesNothing()
    {
        Assert.Null(AugmentationOptions.None.CreateSpecAugment());
        Assert.Null(AugmentationOptions.None.CreateWaveformAugment());
    }

    [Fact]
    public void CreateWaveformAugment_Everything_ChangesLengthAndLevel()
    {
        IWaveformAugment augment = Everything.CreateWaveformAugment()!;
        Assert.Equal(4, Assert.IsType<WaveformAugmentSequence>(augment).Steps.Count);
        float[][] results = [.. Enumerable.Range(0, 30).Select(i => augment.Apply(Signals.Sine(990, 16_000, 440), 16_000, RandomSource.For(1, 1, i)))];
        Assert.Equal([900, 990, 1100], results.Select(r => r.Length).Distinct().Order());
        Assert.Equal(30, results.Select(Signals.Energy).Distinct().Count());
    }

    [Fact]
    public void Validate_Nested_NamesThePath()
    {
        AugmentationOptions options = Everything with
        {
            NoiseProbability = 2,
            VocalTractLengthPerturbation = new() { MaximumStretch = 1 },
            Mixup = new() { Alpha = -1 },
            SpecAugment = new() { TimeMaskCount = -1 },
        };
        Assert.Equal(
            ["NoiseProbability", "VocalTractLengthPerturbation.MaximumStretch", "SpecAugment.TimeMaskCount", "Mixup.Alpha"],
            Assert.Throws<InvalidOptionsException>(options.Validate).Problems.Select(p => p.Name));
    }

    [Fact]
    public void Options_Json_RoundTrips()
    {
        string json = JsonSerializer.Serialize(Everything, JsonSerializerOptions.Web);
        Assert.Equal(Everything, JsonSerializer.Deserialize<AugmentationOptions>(json, JsonSerializerOptions.Web));
        json = JsonSerializer.Serialize(AugmentationOptions.None, JsonSerializerOptions.Web);
        Assert.Equal(AugmentationOptions.None, JsonSerializer.Deserialize<AugmentationOptions>(json, JsonSerializerOptions.Web));
    }
}
