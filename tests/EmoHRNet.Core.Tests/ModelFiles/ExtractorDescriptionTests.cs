using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Core.Tests.ModelFiles;

public class ExtractorDescriptionTests
{
    [Fact]
    public void Write_DescriptionWithExtractor_IsReadBack()
    {
        ModelDescription description = TestModel.Description with { Extractor = ExtractorDescription.Of(new LagExtractor()) };

        ModelDescription read = ModelDescriptionJson.Read(ModelDescriptionJson.Write(description), "test");

        Assert.Equal(description.Extractor, read.Extractor);
        Assert.Equal((8, 160), (read.BandCount, read.HopLength));
        Assert.DoesNotContain("xtractor", ModelDescriptionJson.Write(TestModel.Description), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExtractorWithoutProbe_FitsByNameAndShape()
    {
        ExtractorDescription full = ExtractorDescription.Of(new LagExtractor());

        ModelDescription read = ModelDescriptionJson.Read(
            ModelDescriptionJson.Write(TestModel.Description with { Extractor = full with { Probe = [] } }), "test");

        Assert.True(read.Extractor!.Fits(full));
        Assert.False(read.Extractor.Fits(ExtractorDescription.Of(new LagExtractor(9))));
    }

    [Theory]
    [InlineData("\"bandCount\":8", "\"bandCount\":0")]
    [InlineData("\"bandCount\":8", "\"bandCount\":7")]
    [InlineData("\"hopLength\":160", "\"hopLength\":0")]
    [InlineData("\"hopLength\":160", "\"hopLengths\":160")]
    [InlineData("\"name\":\"differences at 8 lags\"", "\"name\":\" \"")]
    public void Read_ExtractorThatIsNone_IsRefused(string part, string other)
    {
        string json = ModelDescriptionJson.Write(TestModel.Description with { Extractor = ExtractorDescription.Of(new LagExtractor()) });
        int extractor = json.IndexOf("\"extractor\"", StringComparison.Ordinal);
        string changed = json[..extractor] + json[extractor..].Replace(part, other, StringComparison.Ordinal);

        Assert.NotEqual(json, changed);
        Assert.Throws<ModelFormatException>(() => ModelDescriptionJson.Read(changed, "test"));
    }

    [Fact]
    public void Validate_ExtractorOfOtherChannelsOrRate_SaysSo()
    {
        ExtractorDescription own = ExtractorDescription.Of(new LagExtractor());

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() =>
            (TestModel.Description with { Extractor = own with { ChannelCount = 2, SampleRate = 8_000, Probe = [] } }).Validate());

        Assert.Equal(["Network.InputChannels", "Preparation.SampleRate"], e.Problems.Select(problem => problem.Name));
    }

    [Fact]
    public void Fits_ValuesAsAnotherProcessorRoundsThem_IsTrue()
    {
        ExtractorDescription own = ExtractorDescription.Of(new LagExtractor());

        Assert.True(own.Fits(own with { Probe = [.. own.Probe.Select(value => value * 1.0001f)] }));
        Assert.False(own.Fits(ExtractorDescription.Of(new LagExtractor(8, 1.05f))));
    }

    [Fact]
    public void Of_ExtractorThatBreaksItsPromises_IsRefused()
    {
        Assert.Contains("10 hops of 100 samples are not 10 frames", Refused(new Lying { Hop = 100 }), StringComparison.Ordinal);
        Assert.Contains("[1, 8, 98]", Refused(new Lying { Bands = 9 }), StringComparison.Ordinal);
        Assert.Contains("not finite", Refused(new Lying { Value = float.NaN }), StringComparison.Ordinal);
        Assert.Contains("sample rate is 0 Hz", Refused(new Lying { Rate = 0 }), StringComparison.Ordinal);
        Assert.Contains("has no Name", Refused(new Lying { Name = "" }), StringComparison.Ordinal);

        static string Refused(IFeatureExtractor extractor) => Assert.Throws<ArgumentException>(() => ExtractorDescription.Of(extractor)).Message;
    }

    [Fact]
    public void Of_NameWithNumbers_IsTheSameInEveryCulture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("half is 0,5", new Lying { Share = 0.5 }.Name);
            Assert.Equal("half is 0.5", ExtractorDescription.Of(new Lying { Share = 0.5 }).Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Name_NotOverridden_IsWhatToStringSays() =>
        Assert.Equal(typeof(MelSpectrogramExtractor).FullName, ((IFeatureExtractor)new MelSpectrogramExtractor(new MelSpectrogramOptions())).Name);

    private sealed class Lying : IFeatureExtractor
    {
        private readonly LagExtractor _truth = new();
        private readonly string? _name;

        public int Hop { get; init; } = LagExtractor.Hop;

        public int Bands { get; init; } = 8;

        public int Rate { get; init; } = 16_000;

        public float? Value { get; init; }

        public double Share { get; init; }

        public string Name
        {
            get => _name ?? $"half is {Share}";
            init => _name = value;
        }

        public int SampleRate => Rate;

        public int ChannelCount => 1;

        public int BandCount => Bands;

        public int HopLength => Hop;

        public int FrameCount(int sampleCount) => _truth.FrameCount(sampleCount);

        public Spectrogram Extract(ReadOnlySpan<float> samples)
        {
            Spectrogram result = _truth.Extract(samples);
            result[0, 3, 5] = Value ?? result[0, 3, 5];
            return result;
        }
    }
}
