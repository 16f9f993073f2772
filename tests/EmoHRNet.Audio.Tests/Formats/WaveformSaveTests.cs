using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Storage;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

public sealed class WaveformSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Save_Float_KeepsEverySample(int channelCount)
    {
        Waveform waveform = RandomWaveform(channelCount, 40_001);

        waveform.Save(_folder["a.wav"], WavEncoding.IeeeFloat);

        AssertEqual(waveform, Waveform.Load(_folder["a.wav"]), 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Save_Pcm16_RoundsToTheNearest(int channelCount)
    {
        Waveform waveform = RandomWaveform(channelCount, 40_001);

        waveform.Save(_folder["a.wav"]);

        Waveform read = Waveform.Load(_folder["a.wav"]);
        AssertEqual(waveform, read, 0.5f / 32768);
        read.Save(_folder["b.wav"]);
        Assert.Equal(File.ReadAllBytes(_folder["a.wav"]), File.ReadAllBytes(_folder["b.wav"]));
    }

    [Fact]
    public void Save_Pcm16_HasTheBytesOfTheStandard()
    {
        using MemoryStream stream = new();

        new Waveform(8_000, [0f, 0.5f, -1f, 1f, 2f, -2f]).Save(stream);

        byte[] samples = [0, 0, 0, 0x40, 0, 0x80, 0xFF, 0x7F, 0xFF, 0x7F, 0, 0x80];
        Assert.Equal(new WavBuilder().Format(1, 1, 8_000, 16).Data(samples).Build(), stream.ToArray());
    }

    [Fact]
    public void Save_NotFinite_IsRefusedOrKept()
    {
        Waveform waveform = new(8_000, [0f, float.NaN, float.PositiveInfinity]);

        Assert.Contains("Sample 1 of channel 0", Assert.Throws<ArgumentException>(() => waveform.Save(_folder["a.wav"])).Message, StringComparison.Ordinal);
        waveform.Save(_folder["a.wav"], WavEncoding.IeeeFloat);
        Assert.Equal([0f, float.NaN, float.PositiveInfinity], Waveform.Load(_folder["a.wav"]).Channel(0));
    }

    [Fact]
    public void Save_Failure_LeavesTheOldFile()
    {
        Waveform old = new(8_000, [0.25f]);
        old.Save(_folder["a.wav"]);

        Assert.Throws<ArgumentException>(() => new Waveform(8_000, [float.NaN]).Save(_folder["a.wav"]));
        Assert.Throws<IOException>(() => AtomicFile.Write(_folder["a.wav"], stream =>
        {
            stream.Write(new byte[100]);
            throw new IOException("The disk is full.");
        }));

        Assert.Equal(0.25f, Waveform.Load(_folder["a.wav"]).Channel(0)[0]);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Save_Existing_IsReplaced()
    {
        File.WriteAllBytes(_folder["a.wav"], new byte[1000]);

        new Waveform(8_000, [0.25f]).Save(_folder["a.wav"]);

        Assert.Equal(46, new FileInfo(_folder["a.wav"]).Length);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Save_MissingFolder_SaysSo() =>
        Assert.Throws<DirectoryNotFoundException>(() => new Waveform(8_000, [0.25f]).Save(_folder["missing/a.wav"]));

    [Fact]
    public void Save_Empty_IsReadAsEmpty()
    {
        new Waveform(8_000, new float[1][] { [] }).Save(_folder["a.wav"]);

        Assert.Equal(0, Waveform.Load(_folder["a.wav"]).SampleCount);
    }

    [Fact]
    public void WriteHeader_MoreThan4Gigabytes_IsRf64()
    {
        const long SampleCount = 3_000_000_000;
        using MemoryStream stream = new();
        RawAudioFormat format = new() { SampleRate = 48_000, ChannelCount = 1, Encoding = SampleEncoding.Ieee32 };

        WavHeaderWriter.Write(stream, format, SampleCount);

        stream.Position = 0;
        using ByteSource source = new(stream, "header", leaveOpen: true);
        AudioHeader header = WavHeader.Read(source);
        Assert.Equal(SampleCount * 4, header.DataLength);
        Assert.Equal(format, header.Format);
        Assert.Equal("RF64"u8, stream.ToArray().AsSpan(0, 4));
        Assert.Equal(stream.Length - 8 + (SampleCount * 4), BitConverter.ToInt64(stream.ToArray(), 20));
    }

    private static Waveform RandomWaveform(int channelCount, int sampleCount)
    {
        Random random = new(3);
        return new Waveform(22_050, [.. Enumerable.Range(0, channelCount)
            .Select(_ => Enumerable.Range(0, sampleCount).Select(_ => (random.NextSingle() * 1.99f) - 0.995f).ToArray())]);
    }

    private static void AssertEqual(Waveform expected, Waveform actual, float tolerance)
    {
        Assert.Equal((expected.SampleRate, expected.ChannelCount, expected.SampleCount), (actual.SampleRate, actual.ChannelCount, actual.SampleCount));
        for (int c = 0; c < expected.ChannelCount; c++)
        {
            float[] difference = [.. expected.Channel(c).ToArray().Zip(actual.Channel(c).ToArray(), (e, a) => Math.Abs(e - a))];
            Assert.InRange(difference.Max(), 0, tolerance);
        }
    }
}
