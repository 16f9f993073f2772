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

    [Fact]
    public void Load_HalfSampleAtTheEnd_IsLeftOut()
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 2, 8_000, 16).Data(new byte[11]).Build());

        Assert.Equal(2, waveform.SampleCount);
    }

    [Fact]
    public void Load_TruncatedData_IsRefusedUnlessAllowed()
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 100);
        byte[] file = new WavBuilder().Format(1, 1, 8_000, 16).Data(samples.Bytes).Build()[..^51];
        AudioReadOptions lenient = new() { AllowTruncated = true };

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(file));
        Assert.Contains("promises 200 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Contains("holds 149", exception.Message, StringComparison.Ordinal);
        Assert.Contains("holds 149", Assert.Throws<AudioFormatException>(() => Waveform.Load(new ForwardStream(file))).Message, StringComparison.Ordinal);
        Assert.Equal(samples.Values.AsSpan(0, 74), Waveform.Load(file, lenient).Channel(0));
        Assert.Equal(samples.Values.AsSpan(0, 74), Waveform.Load(new ForwardStream(file), lenient).Channel(0));
    }

    [Fact]
    public void Load_HeaderThatClaims4Gigabytes_AllocatesLittle()
    {
        byte[] file = new WavBuilder().Format(1, 1, 8_000, 16).Data(new byte[1000], 0xF0000000).Build();
        AudioReadOptions lenient = new() { AllowTruncated = true };
        Waveform.Load(file, lenient);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(500, Waveform.Load(file, lenient).SampleCount);
        Assert.Equal(500, Waveform.Load(new ForwardStream(file), lenient).SampleCount);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "no 'data' chunk", new WavBuilder().Format(1, 1, 8_000, 16).Build() },
        { "no 'fmt ' chunk", new WavBuilder().Data(new byte[8]).Build() },
        { "no 'data' chunk and no 'fmt ' chunk", new WavBuilder().Build() },
        { "has 10 bytes; expected at least 16", new WavBuilder().Chunk("fmt ", new byte[10]).Data(new byte[8]).Build() },
        { "0 channels", new WavBuilder().Format(1, 0, 8_000, 16).Data(new byte[8]).Build() },
        { "2000 channels", new WavBuilder().Format(1, 2000, 8_000, 16).Data(new byte[8]).Build() },
        { "sample rate of 0 Hz", new WavBuilder().Format(1, 1, 0, 16).Data(new byte[8]).Build() },
        { "sample rate of 4294967295 Hz", new WavBuilder().Format(1, 1, -1, 16).Data(new byte[8]).Build() },
        { "0 bits per sample", new WavBuilder().Format(1, 1, 8_000, 0).Data(new byte[8]).Build() },
        { "16 bits per sample for WAV format code 3", new WavBuilder().Format(3, 1, 8_000, 16).Data(new byte[8]).Build() },
        { "3 bytes per block", new WavBuilder().Format(1, 2, 8_000, 16, blockLength: 3).Data(new byte[8]).Build() },
        { "has 18 bytes; expected 40", new WavBuilder().Format(0xFFFE, 1, 8_000, 16, extension: [0, 0]).Data(new byte[8]).Build() },
        { "ends inside its 'ds64' chunk", new WavBuilder { Magic = "RF64" }.Chunk("ds64", new byte[9], 28).Build() },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Load_DamagedHeader_SaysWhatIsWrong(string expected, byte[] file)
    {
        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(file));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CodecUnknownAndNoFfmpeg_NamesBoth()
    {
        byte[] file = new WavBuilder().Format(0x55, 1, 8_000, 0, blockLength: 1).Data(new byte[8]).Build();

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(file, new AudioReadOptions { UseFfmpeg = false }));

        Assert.Contains("0x0055", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ffmpeg", exception.Message, StringComparison.Ordinal);
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
