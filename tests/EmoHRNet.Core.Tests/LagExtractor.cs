using EmoHRNet.Audio.Features;

namespace EmoHRNet.Core.Tests;

/// <summary>
/// An extractor outside the library: the logarithm of the mean difference between samples one, two, three, … apart, in frames that are not
/// centered. High tones differ at short lags, low tones at long lags.
/// </summary>
/// <param name="lags">The number of lags, which are the bands.</param>
/// <param name="scale">The factor of the values, which is not part of the name.</param>
internal sealed class LagExtractor(int lags = 8, float scale = 1) : IFeatureExtractor
{
    public const int Frame = 400;
    public const int Hop = 160;

    public string Name => $"differences at {lags} lags";

    public int SampleRate { get; init; } = 16_000;

    public int ChannelCount => 1;

    public int BandCount => lags;

    public int HopLength => Hop;

    public int FrameCount(int sampleCount) => sampleCount < Frame ? 0 : 1 + ((sampleCount - Frame) / Hop);

    public Spectrogram Extract(ReadOnlySpan<float> samples)
    {
        Spectrogram result = new(1, lags, FrameCount(samples.Length));
        for (int lag = 1; lag <= lags; lag++)
        {
            for (int frame = 0; frame < result.FrameCount; frame++)
            {
                float sum = 0;
                for (int i = (frame * Hop) + lag; i < (frame * Hop) + Frame; i++)
                {
                    sum += MathF.Abs(samples[i] - samples[i - lag]);
                }

                result[0, lag - 1, frame] = scale * MathF.Log(1e-4f + (sum / (Frame - lag)));
            }
        }

        return result;
    }
}
