using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

public class WavReadingTests
{
    public static TheoryData<SampleEncoding, int, int, string> Encodings
    {
        get
        {
            TheoryData<SampleEncoding, int, int, string> data = [];
            foreach ((SampleEncoding encoding, int code, int bits) in new[]
            {
                (SampleEncoding.Pcm8, 1, 8), (SampleEncoding.Pcm16, 1, 16), (SampleEncoding.Pcm24, 1, 24),
                (SampleEncoding.Pcm32, 1, 32), (SampleEncoding.Ieee32, 3, 32), (SampleEncoding.Ieee64, 3, 64),
            })
            {
                data.Add(encoding, code, bits, "RIFF");
                data.Add(encoding, code, bits, "RIFX");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Load_EveryEncoding_ScalesToFullScale(SampleEncoding encoding, int code, int bits, string magic)
    {
        StoredSamples samples = StoredSamples.Random(encoding, 1003, bigEndian: magic == "RIFX");

        Waveform waveform = Waveform.Load(new WavBuilder { Magic = magic }.Format(code, 1, 22_050, bits).Data(samples.Bytes).Build());

        Assert.Equal((22_050, 1), (waveform.SampleRate, waveform.ChannelCount));
        Assert.Equal(samples.Values, waveform.Channel(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(24)]
    [InlineData(1024)]
    public void Load_AnyChannelCount_SplitsChannels(int channelCount)
    {
        const int SampleCount = 501;
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, SampleCount * channelCount);

        Waveform waveform = Waveform.Load(new WavBuilder().Extensible(1, channelCount, 16_000, 16, 16).Data(samples.Bytes).Build());

        Assert.Equal((channelCount, SampleCount), (waveform.ChannelCount, waveform.SampleCount));
        for (int c = 0; c < channelCount; c++)
        {
            Assert.Equal(Enumerable.Range(0, SampleCount).Select(i => samples.Values[(i * channelCount) + c]), waveform.Channel(c).ToArray());
        }
    }

    [Theory]
    [InlineData(6, 0xD5, 8)]
    [InlineData(6, 0x55, -8)]
    [InlineData(6, 0xAA, 32256)]
    [InlineData(6, 0x2A, -32256)]
    [InlineData(6, 0xC5, 264)]
    [InlineData(7, 0xFF, 0)]
    [InlineData(7, 0x80, 32124)]
    [InlineData(7, 0x00, -32124)]
    [InlineData(7, 0xEF, 132)]
    [InlineData(7, 0x6F, -132)]
    public void Load_G711Code_GivesValueOfStandard(int format, byte code, int expected)
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(format, 1, 8_000, 8).Data([code, code]).Build());

        Assert.Equal([expected / 32768f, expected / 32768f], waveform.Channel(0));
    }

    [Theory]
    [InlineData(1, 16, 12)]
    [InlineData(3, 32, 32)]
    public void Load_Extensible_TakesSubFormat(int code, int bits, int validBits)
    {
        StoredSamples samples = StoredSamples.Random(code == 1 ? SampleEncoding.Pcm16 : SampleEncoding.Ieee32, 64);

        Waveform waveform = Waveform.Load(new WavBuilder().Extensible(code, 2, 48_000, bits, validBits).Data(samples.Bytes).Build());

        Assert.Equal((2, 32), (waveform.ChannelCount, waveform.SampleCount));
        Assert.Equal(samples.Values[1], waveform.Channel(1)[0]);
    }

    [Theory]
    [InlineData("bext", 602, true)]
    [InlineData("FLLR", 4044, true)]
    [InlineData("LIST", 27, true)]
    [InlineData("LIST", 27, false)]
    [InlineData("PAD ", 0, true)]
    public void Load_UnknownChunks_AreWalkedOver(string id, int length, bool padded)
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 20);
        byte[] file = new WavBuilder()
            .Chunk(id, new byte[length], padded: padded)
            .Format(1, 1, 8_000, 16, extension: [0, 0])
            .Chunk(id, new byte[length], padded: padded)
            .Data(samples.Bytes)
            .Chunk("LIST", new byte[11])
            .Build();

        Assert.Equal(samples.Values, Waveform.Load(file).Channel(0));
    }

    [Theory]
    [InlineData("RF64")]
    [InlineData("BW64")]
    public void Load_LargeFileForm_TakesSizeFromDs64(string magic)
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 30);
        byte[] ds64 = [.. new byte[8], .. BitConverter.GetBytes(60L), .. BitConverter.GetBytes(30L), 0, 0, 0, 0];
        byte[] file = new WavBuilder { Magic = magic, RiffSize = uint.MaxValue }
            .Chunk("ds64", ds64).Format(1, 1, 8_000, 16).Data(samples.Bytes, uint.MaxValue).Chunk("LIST", new byte[40]).Build();

        Assert.Equal(samples.Values, Waveform.Load(file).Channel(0));
    }

    [Theory]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(0u, 0u)]
    [InlineData(36u, 0u)]
    [InlineData(0x7FFFF024u, 0x7FFFF000u)]
    [InlineData(0x80000024u, 0x80000000u)]
    public void Load_SizesOfPipes_ReadToTheEnd(uint riffSize, uint dataSize)
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 100_000);
        byte[] file = new WavBuilder { RiffSize = riffSize }.Format(1, 1, 16_000, 16).Data(samples.Bytes, dataSize).Build();

        Assert.Equal(samples.Values, Waveform.Load(file).Channel(0));
        Assert.Equal(samples.Values, Waveform.Load(new ForwardStream(file)).Channel(0));
    }

    [Fact]
    public void Load_EmptyDataChunkBeforeAnother_IsEmpty()
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 2, 8_000, 16).Data([]).Chunk("LIST", new byte[40]).Build());

        Assert.Equal((2, 0), (waveform.ChannelCount, waveform.SampleCount));
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(96_000)]
    public void Load_UnusualRate_IsKept(int rate)
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 1, rate, 16).Data(new byte[2 * rate]).Build());

        Assert.Equal(rate, waveform.SampleRate);
        Assert.Equal(TimeSpan.FromSeconds(1), waveform.Duration);
    }
}
