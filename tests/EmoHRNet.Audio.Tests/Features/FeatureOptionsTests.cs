using System.Text.Json;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class FeatureOptionsTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public void Validate_Defaults_AreValid() => new FeatureOptions { Prosody = new ProsodyOptions() }.Validate();

    [Fact]
    public void Validate_EverythingWrong_NamesEveryProblemAtOnce()
    {
        FeatureOptions options = new()
        {
            Kind = (FeatureKind)9,
            DeltaOrder = 3,
            DeltaRadius = 0,
            Prosody = new ProsodyOptions { MinPitch = 10, MaxPitch = 9000, SilenceDecibels = 0 },
            Articulation = new ArticulationOptions { MaxFormant = double.NaN, MinPitch = 10, MaxPitch = 9000 },
            Mel = new MelSpectrogramOptions
            {
                SampleRate = 8000,
                FftSize = 1,
                WindowLength = 5,
                HopLength = 0,
                Window = (WindowShape)77,
                BandCount = 0,
                MinFrequency = -1,
                MaxFrequency = 4001,
                MelScale = (MelScale)5,
                FilterNorm = (FilterNormalization)5,
                Power = 3,
                Log = (LogScale)5,
                LogFloor = 0,
                PadMode = (PaddingMode)5,
                Normalization = (FeatureNormalization)5,
            },
        };
        InvalidOptionsException error = Assert.Throws<InvalidOptionsException>(options.Validate);
        Assert.Equal(
            [
                "Kind", "DeltaOrder", "DeltaRadius", "Mel.FftSize", "Mel.WindowLength", "Mel.HopLength", "Mel.Window", "Mel.BandCount",
                "Mel.MinFrequency", "Mel.MaxFrequency", "Mel.MelScale", "Mel.FilterNorm", "Mel.Power", "Mel.Log", "Mel.LogFloor",
                "Mel.PadMode", "Mel.Normalization", "Prosody.MinPitch", "Prosody.MaxPitch", "Prosody.SilenceDecibels",
                "Articulation.MaxFormant", "Articulation.MinPitch", "Articulation.MaxPitch",
            ],
            error.Problems.Select(p => p.Name));
    }

    [Theory]
    [InlineData(double.NaN, 4000)]
    [InlineData(0, double.NaN)]
    [InlineData(4000, 4000)]
    public void Validate_FrequenciesWithoutARange_AreRefused(double min, double max) =>
        Assert.Throws<InvalidOptionsException>(new MelSpectrogramOptions { MinFrequency = min, MaxFrequency = max }.Validate);

    [Fact]
    public void Validate_CorpusWithoutOrWithWrongStatistics_SaysWhatIsExpected()
    {
        MelSpectrogramOptions options = new() { BandCount = 3, Normalization = FeatureNormalization.Corpus };
        foreach (BandStatistics? statistics in new[] { null, new BandStatistics([1, 2], [1, 2, 3]), new([1, 2, 3], [1, 0, 1]) })
        {
            InvalidOptionsException error = Assert.Throws<InvalidOptionsException>((options with { Statistics = statistics }).Validate);
            Assert.Contains("3 finite means", Assert.Single(error.Problems).Expected, StringComparison.Ordinal);
        }

        (options with { Statistics = new BandStatistics([1, 2, 3], [1, 2, 1]) }).Validate();
    }

    [Fact]
    public void Json_EveryOptionChanged_RoundTrips()
    {
        FeatureOptions options = new()
        {
            Kind = FeatureKind.Mfcc,
            DeltaOrder = 2,
            DeltaRadius = 4,
            Mfcc = new MfccOptions { CoefficientCount = 2, Lifter = 22 },
            Prosody = new ProsodyOptions { MinPitch = 70, MaxPitch = 400.5, SilenceDecibels = -60 },
            Articulation = new ArticulationOptions { Formants = false, Voice = false, MaxFormant = 5_000, MinPitch = 75, MaxPitch = 600 },
            Mel = new MelSpectrogramOptions
            {
                SampleRate = 22_050,
                FftSize = 2048,
                WindowLength = 1100,
                HopLength = 275,
                Window = WindowShape.Hamming,
                BandCount = 80,
                MinFrequency = 20,
                MaxFrequency = 7600.5,
                MelScale = MelScale.Slaney,
                FilterNorm = FilterNormalization.Slaney,
                Power = 1,
                Log = LogScale.Decibel,
                LogFloor = 1e-5,
                Center = false,
                PadMode = PaddingMode.Zero,
                Normalization = FeatureNormalization.Corpus,
                Statistics = new BandStatistics([0.1f, -3.25f], [1.5f, 2]),
            },
        };
        options.Validate();
        string json = JsonSerializer.Serialize(options, Json);
        Assert.Contains("\"melScale\":\"Slaney\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("channelCount", json, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(options, JsonSerializer.Deserialize<FeatureOptions>(json, Json));
    }
}
