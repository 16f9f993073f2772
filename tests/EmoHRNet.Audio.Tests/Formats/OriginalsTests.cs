using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Files of real corpora with their real oddities; the numbers come from ffmpeg's decoder.</summary>
public class OriginalsTests
{
    [Theory]
    [InlineData("03-01-01-01-02-01-16.wav", 48_000, 1, 172_973, -0.00433349609375, 623.5604553222656)]
    [InlineData("03-01-05-02-01-01-03.wav", 48_000, 1, 211_411, 0.006744384765625, 8800.80160522461)]
    [InlineData("03-01-02-01-01-02-01.wav", 48_000, 2, 172_972, 0.000457763671875, 462.17584228515625)]
    [InlineData("03-01-06-01-01-02-20.wav", 48_000, 2, 209_809, 0.0, 587.4191284179688)]
    [InlineData("03-01-08-01-02-02-01.wav", 48_000, 2, 156_956, 0.0203857421875, 938.4893188476562)]
    [InlineData("14a07Fd.wav", 16_000, 1, 33_291, -0.00189208984375, 1744.6838073730469)]
    [InlineData("OAF_back_angry.wav", 24_414, 1, 37_574, 0.186309814453125, 1228.2604675292969)]
    [InlineData("OAF_food_fear.wav", 96_000, 1, 145_172, -0.08941650390625, 4049.1179809570312)]
    [InlineData("YAF_germ_angry.wav", 24_414, 1, 53_847, -0.0799560546875, 1757.2190246582031)]
    [InlineData("dis-f1-b1.wav", 48_000, 2, 137_216, -0.113067626953125, 8388.158172607422)]
    public void Load_RealFile_EqualsFfmpeg(
        string name, int sampleRate, int channelCount, int sampleCount, double middle, double sumOfMagnitudes)
    {
        string? path = SharedData.PathOrNull("corpora", "originals", name);
        Assert.SkipWhen(path is null, "The shared corpora are not on this machine.");

        Waveform waveform = Waveform.Load(path);

        Assert.Equal((sampleRate, channelCount, sampleCount), (waveform.SampleRate, waveform.ChannelCount, waveform.SampleCount));
        float[] interleaved = Interleave(waveform);
        Assert.Equal(middle, interleaved[interleaved.Length / 2]);
        Assert.Equal(sumOfMagnitudes, interleaved.Sum(s => (double)Math.Abs(s)), 1e-6);
    }

    private static float[] Interleave(Waveform waveform) =>
        [.. Enumerable.Range(0, waveform.SampleCount * waveform.ChannelCount)
            .Select(i => waveform.Channel(i % waveform.ChannelCount)[i / waveform.ChannelCount])];
}
