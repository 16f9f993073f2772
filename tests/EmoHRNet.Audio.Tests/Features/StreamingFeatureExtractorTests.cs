using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class StreamingFeatureExtractorTests
{
    private static readonly MelSpectrogramOptions Mel = new()
    {
        FftSize = 512,
        WindowLength = 400,
        HopLength = 160,
        Window = WindowShape.Hamming,
        BandCount = 24,
        Normalization = FeatureNormalization.None,
    };

    private static readonly Dictionary<string, FeatureOptions> Variants = new()
    {
        ["log-mel"] = new() { Mel = Mel },
        ["zero padding"] = new() { Mel = Mel with { PadMode = PaddingMode.Zero } },
        ["not centred"] = new() { Mel = Mel with { Center = false } },
        ["hop beyond the window"] = new() { Mel = Mel with { HopLength = 1000, Center = false } },
        ["any transform size"] = new() { Mel = Mel with { FftSize = 441, WindowLength = 441 } },
        ["corpus"] = new() { Mel = Mel with { Normalization = FeatureNormalization.Corpus, Statistics = Statistics } },
        ["MFCC with deltas"] = new() { Kind = FeatureKind.Mfcc, Mel = Mel, DeltaOrder = 2, DeltaRadius = 3 },
        ["all"] = new() { Mel = Mel, DeltaOrder = 2, Prosody = new ProsodyOptions() },
        ["articulation"] = new() { Mel = Mel, Articulation = new ArticulationOptions() },
        ["prosody and articulation"] = new() { Mel = Mel with { Center = false }, DeltaOrder = 1, Prosody = new(), Articulation = new() { Spectrum = false } },
        ["all, not centred"] = new() { Mel = Mel with { Center = false }, DeltaOrder = 1, Prosody = new ProsodyOptions() },
    };

    public static TheoryData<string> VariantNames => [.. Variants.Keys];

    private static BandStatistics Statistics =>
        new([.. Enumerable.Range(0, 24).Select(b => -0.1f * b)], [.. Enumerable.Range(0, 24).Select(b => 1 + (0.1f * b))]);

    [Theory]
    [MemberData(nameof(VariantNames))]
    public void Append_AnyChunks_GivesTheFramesOfTheWholeSignalToTheBit(string variant)
    {
        FeatureOptions options = Variants[variant];
        IFeatureExtractor batch = options.CreateExtractor();
        StreamingFeatureExtractor streaming = new(options);
        Random random = new(5);
        foreach (int length in new[] { 1, 2, 150, 199, 256, 257, 400, 512, 513, 1000, 4321, 9000 })
        {
            float[] samples = [.. TestSignal.Noise(length, seed: length, amplitude: 0.05f)
                .Zip(TestSignal.Tone(180, 1), (noise, tone) => noise + tone)];
            foreach (int longest in new[] { 1, 37, 160, 700, 10_000 })
            {
                if (longest == 1 && length > 1000)
                {
                    continue;
                }

                AssertEqual(batch.Extract(samples), Stream(streaming, samples, longest, random), $"{length} samples, chunks to {longest}");
                streaming.Reset();
            }
        }
    }

    [Fact]
    public void Append_Frames_ComeAsSoonAsTheirSamplesAreThere()
    {
        StreamingFeatureExtractor streaming = new(Variants["log-mel"]);
        Assert.Equal(0, streaming.Append(new float[200]).FrameCount);
        Assert.Equal(1, streaming.Append(new float[1]).FrameCount); // frame 0 is mirrored as far as sample 200
        Assert.Equal(0, streaming.Append(new float[158]).FrameCount);
        Assert.Equal(1, streaming.Append(new float[1]).FrameCount); // frame 1 ends before sample 160 + 200
        Assert.Equal(2, streaming.FrameCount);
    }

    [Fact]
    public void Complete_NothingAppended_HasNoFrames()
    {
        StreamingFeatureExtractor streaming = new(Variants["all"]);
        Assert.Equal(0, streaming.Append([]).FrameCount);
        Assert.Equal(0, streaming.Complete().FrameCount);
    }

    [Fact]
    public void Append_AfterComplete_ThrowsUntilReset()
    {
        StreamingFeatureExtractor streaming = new(Variants["log-mel"]);
        streaming.Append(new float[1000]);
        streaming.Complete();
        Assert.Throws<InvalidOperationException>(() => streaming.Append(new float[10]));
        Assert.Throws<InvalidOperationException>(streaming.Complete);
        streaming.Reset();
        Assert.Equal(0, streaming.FrameCount);
        Assert.Equal(6, streaming.Append(new float[1000]).FrameCount);
    }

    [Fact]
    public void Append_NotFinite_NamesTheIndexInTheStreamAndTakesNothing()
    {
        StreamingFeatureExtractor streaming = new(Variants["log-mel"]);
        float[] samples = TestSignal.Noise(2000);
        int frames = streaming.Append(samples.AsSpan(0, 1000)).FrameCount;
        ArgumentException error = Assert.Throws<ArgumentException>(() => streaming.Append([0, float.NaN]));
        Assert.Contains("Sample 1001 is", error.Message, StringComparison.Ordinal);
        frames += streaming.Append(samples.AsSpan(1000)).FrameCount + streaming.Complete().FrameCount;
        Assert.Equal(Variants["log-mel"].CreateExtractor().FrameCount(2000), frames);
    }

    [Theory]
    [InlineData(FeatureNormalization.PerUtterance)]
    [InlineData(FeatureNormalization.PerUtteranceBand)]
    public void Constructor_NormalizationOverTheUtterance_IsRefused(FeatureNormalization normalization)
    {
        FeatureOptions options = new() { Mel = Mel with { Normalization = normalization } };
        InvalidOptionsException error = Assert.Throws<InvalidOptionsException>(() => new StreamingFeatureExtractor(options));
        Assert.Equal("Mel.Normalization", Assert.Single(error.Problems).Name);
    }

    private static List<Spectrogram> Stream(StreamingFeatureExtractor streaming, float[] samples, int longest, Random random)
    {
        List<Spectrogram> parts = [];
        for (int start = 0; start < samples.Length;)
        {
            int count = Math.Min(samples.Length - start, longest == 10_000 ? longest : random.Next(longest + 1));
            parts.Add(streaming.Append(samples.AsSpan(start, count)));
            start += count;
        }

        parts.Add(streaming.Complete());
        return parts;
    }

    private static void AssertEqual(Spectrogram expected, List<Spectrogram> parts, string label)
    {
        Assert.True(expected.FrameCount == parts.Sum(p => p.FrameCount), $"{label}: {parts.Sum(p => p.FrameCount)} frames");
        for (int channel = 0; channel < expected.ChannelCount; channel++)
        {
            for (int band = 0; band < expected.BandCount; band++)
            {
                float[] actual = [.. parts.SelectMany(p => p.Band(channel, band).ToArray())];
                Assert.True(expected.Band(channel, band).SequenceEqual(actual), $"{label}: channel {channel}, band {band}");
            }
        }
    }
}
