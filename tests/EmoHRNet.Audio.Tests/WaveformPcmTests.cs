namespace EmoHRNet.Audio.Tests;

public class WaveformPcmTests
{
    [Fact]
    public void FromPcm16_SamplesAndTheirBytes_AreTheSameWaveform()
    {
        short[] samples = [.. Enumerable.Range(0, 100).Select(i => (short)((i * 655) - 32_768))];
        byte[] bytes = [.. samples.SelectMany(sample => new[] { (byte)(sample & 0xFF), (byte)(sample >> 8) })];
        Waveform fromSamples = Waveform.FromPcm16(8_000, samples);
        Assert.Equal([.. samples.Select(sample => sample / 32_768f)], fromSamples.Channel(0).ToArray());
        Assert.Equal(fromSamples.Channel(0).ToArray(), Waveform.FromPcm16(8_000, bytes).Channel(0).ToArray());
        Assert.Equal((8_000, 1), (fromSamples.SampleRate, fromSamples.ChannelCount));
    }

    [Fact]
    public void FromPcm16_HalfASampleOrNoRate_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Waveform.FromPcm16(8_000, (byte[])[1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Waveform.FromPcm16(0, (short[])[1]));
    }
}
