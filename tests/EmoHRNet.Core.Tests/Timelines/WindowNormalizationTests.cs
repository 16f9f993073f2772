using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Timelines;

namespace EmoHRNet.Core.Tests.Timelines;

public class WindowNormalizationTests
{
    // If the window is the whole recording, a stream must give the same features as the extractor for utterances.
    [Theory]
    [InlineData(FeatureNormalization.None)]
    [InlineData(FeatureNormalization.PerUtterance)]
    [InlineData(FeatureNormalization.PerUtteranceBand)]
    public void Apply_WindowOfTheWholeRecording_EqualsTheUtterance(FeatureNormalization normalization)
    {
        FeatureOptions options = new()
        {
            Mel = new MelSpectrogramOptions { BandCount = 24, Normalization = normalization },
            DeltaOrder = 1,
            Prosody = new ProsodyOptions(),
            Articulation = new ArticulationOptions(),
        };
        float[] samples = [.. Enumerable.Range(0, 16_000).Select(i => (float)(0.3 * Math.Sin(0.05 * i) * Math.Sin(2e-4 * i)) + (0.01f * (i * 7919 % 101 / 101f)))];
        Spectrogram expected = options.CreateExtractor().Extract(samples);

        WindowNormalization windows = new(options);
        StreamingFeatureExtractor stream = new(windows.StreamOptions);
        Spectrogram[] parts = [stream.Append(samples), stream.Complete()];
        Spectrogram window = Join(parts);
        windows.Apply(window);

        Assert.Equal((14, expected.FrameCount), (window.ChannelCount, window.FrameCount));
        for (int i = 0; i < expected.Values.Length; i++)
        {
            Assert.Equal(expected.Values[i], window.Values[i], 1e-3f);
        }
    }

    private static Spectrogram Join(Spectrogram[] parts)
    {
        Spectrogram joined = new(parts[0].ChannelCount, parts[0].BandCount, parts.Sum(p => p.FrameCount));
        for (int channel = 0; channel < joined.ChannelCount; channel++)
        {
            for (int band = 0; band < joined.BandCount; band++)
            {
                float[] frames = [.. parts.SelectMany(p => p.Band(channel, band).ToArray())];
                frames.CopyTo(joined.Band(channel, band));
            }
        }

        return joined;
    }
}
