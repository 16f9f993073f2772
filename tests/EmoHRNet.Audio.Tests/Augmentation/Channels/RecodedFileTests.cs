using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class RecodedFileTests
{
    [Theory]
    [InlineData(LossyCodec.Mp3)]
    [InlineData(LossyCodec.Aac)]
    [InlineData(LossyCodec.Vorbis)]
    public void Apply_HighBitRate_IsNearlyTheSignalAndAligned(LossyCodec codec)
    {
        float[] samples = Chirp();

        float[] heard = Codec(codec, 64).Apply(samples, 16_000, new RandomSource(1));

        Assert.Equal(samples.Length, heard.Length);
        double error = Signals.Energy(samples.Zip(heard, (a, b) => a - b).Skip(1600).Take(28_800));
        Assert.True(error < 0.05 * Signals.Energy(samples), $"{error / Signals.Energy(samples)}");
        Assert.NotEqual(samples, heard);
    }

    [Fact]
    public void Apply_LowerBitRate_ChangesMore()
    {
        // Noise cannot be coded in fewer bits without loss; a tone can.
        RandomSource random = new(2);
        float[] samples = [.. Enumerable.Range(0, 32_000).Select(_ => (0.4f * random.NextSingle()) - 0.2f)];
        double Error(int kilobits) => Signals.Energy(samples.Zip(Codec(LossyCodec.Mp3, kilobits).Apply(samples, 16_000, new RandomSource(1)), (a, b) => a - b));
        Assert.True(Error(8) > 2 * Error(64));
    }

    [Fact]
    public void Apply_NoSamples_ReturnsNone() => Assert.Empty(Codec(LossyCodec.Mp3, 64).Apply([], 16_000, new RandomSource(1)));

    private static RecodedFile Codec(LossyCodec codec, int kilobits)
    {
        Assert.SkipWhen(EmoHRNet.Audio.Formats.Ffmpeg.FfmpegLocator.InPath() is null, "ffmpeg is not in PATH.");
        return new RecodedFile(new RecodedFileOptions { Codecs = [codec], MinimumKilobits = kilobits, MaximumKilobits = kilobits });
    }

    private static float[] Chirp() => [.. Enumerable.Range(0, 32_000).Select(i => 0.3f * (float)Math.Sin(2 * Math.PI * (200 + (i / 64.0)) * i / 16_000))];
}
