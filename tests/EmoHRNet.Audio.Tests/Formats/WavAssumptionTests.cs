using EmoHRNet.Audio.Formats;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>WAV headers with errors that every player tolerates: the samples are read, and a note says what was assumed.</summary>
public class WavAssumptionTests
{
    private static readonly AudioReadOptions Strict = new() { UseFfmpeg = false };
    private static readonly StoredSamples Samples = StoredSamples.Random(SampleEncoding.Pcm16, 4000);

    [Theory]
    [InlineData(16)]
    [InlineData(22)]
    [InlineData(36)]
    public void Load_SizeTooLongByAHeader_IsReadWithANote(int excess)
    {
        byte[] file = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes, (uint)(Samples.Bytes.Length + excess)).Build();

        foreach (Waveform waveform in new[] { Waveform.Load(file, Strict), Waveform.Load(new ForwardStream(file), Strict) })
        {
            Assert.Equal(Samples.Values, waveform.Channel(0));
            Assert.Contains($"{excess} bytes more", Assert.Single(waveform.Notes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(uint.MaxValue - 36)]
    [InlineData(uint.MaxValue - 44)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x7FFFFFFFu - 36)]
    [InlineData(0x7FFFF000u)]
    [InlineData(0x80000000u)]
    [InlineData(0u)]
    public void Load_PlaceholderSize_IsReadToTheEnd(uint size)
    {
        byte[] file = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes, size).Build();

        foreach (Waveform waveform in new[] { Waveform.Load(file, Strict), Waveform.Load(new ForwardStream(file), Strict) })
        {
            Assert.Equal(Samples.Values, waveform.Channel(0));
            Assert.Single(waveform.Notes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(3)]
    public void Load_WrongBlockLength_IsReadWithANote(int blockLength)
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 1, 16_000, 16, blockLength).Data(Samples.Bytes).Build(), Strict);

        Assert.Equal(Samples.Values, waveform.Channel(0));
        Assert.Contains($"{blockLength} bytes per block", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData('a')]
    [InlineData(' ')]
    public void Load_PadByteThatIsNotZero_IsPassedOver(int pad)
    {
        byte[] chunk = [.. "inst"u8, 7, 0, 0, 0, 60, 0, 0, 0, 127, 0, 127, (byte)pad];
        byte[] plain = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes).Build();
        byte[] file = [.. plain[..36], .. chunk, .. plain[36..]];

        Assert.Equal(Samples.Values, Waveform.Load(file, Strict).Channel(0));
        Assert.Equal(Samples.Values, Waveform.Load(new ForwardStream(file), Strict).Channel(0));
    }

    [Fact]
    public void Load_Pcm64_ScalesToFullScale()
    {
        byte[] bytes = [.. Samples.Values.SelectMany(v => BitConverter.GetBytes((long)(v * 32768) << 48))];

        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 1, 16_000, 64).Data(bytes).Build(), Strict);

        Assert.Equal(Samples.Values, waveform.Channel(0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Load_24BitsIn4Bytes_FindsTheSideByTheBytes(bool lower)
    {
        byte[] bytes = [.. Samples.Values.SelectMany(v => BitConverter.GetBytes((int)(v * 32768) << (lower ? 8 : 16)))];

        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 1, 16_000, 24, blockLength: 4).Data(bytes).Build(), Strict);

        Assert.Equal(Samples.Values, waveform.Channel(0));
        Assert.Contains(lower ? "lower" : "upper", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Id3TagBeforeWav_IsPassedOver()
    {
        byte[] wav = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes).Build();
        byte[] file = [.. "ID3"u8, 3, 0, 0, 0, 0, 1, 0, .. new byte[128], .. wav];

        Assert.Equal(Samples.Values, Waveform.Load(file, Strict).Channel(0));
        Assert.Equal(Samples.Values, Waveform.Load(new ForwardStream(file), Strict).Channel(0));
    }

    [Fact]
    public void Load_TruncationAllowed_SaysHowMuchWasThere()
    {
        byte[] file = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes[..4000], 8000).Build();

        Waveform waveform = Waveform.Load(file, Strict with { AllowTruncated = true });

        Assert.Equal(2000, waveform.SampleCount);
        Assert.Contains("0.13 s of the 0.25 s", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void Load_SeveralDataChunks_AreReadOneAfterTheOther(int channels, bool others)
    {
        WavBuilder builder = new WavBuilder().Format(1, channels, 16_000, 16).Data(Samples.Bytes[..2000]);
        builder = others ? builder.Chunk("LIST", "INFO?"u8.ToArray()) : builder;
        byte[] file = builder.Data([]).Data(Samples.Bytes[2000..]).Chunk("LIST", "INFO"u8.ToArray()).Build();

        foreach (AudioReader reader in new[] { AudioReader.Open(new MemoryStream(file), Strict), AudioReader.Open(new ForwardStream(file), Strict) })
        {
            Waveform waveform = reader.ReadToEnd();
            Assert.Equal(Samples.Values.Where((_, i) => i % channels == 0), waveform.Channel(0).ToArray());
            Assert.Equal(waveform.SampleCount, reader.SampleCount ?? waveform.SampleCount);
            Assert.Contains("more than one 'data' chunk", Assert.Single(waveform.Notes), StringComparison.Ordinal);
            reader.Dispose();
        }
    }

    [Fact]
    public void Load_SecondDataChunkCutOff_IsTruncated()
    {
        byte[] whole = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes[..4000]).Data(Samples.Bytes[4000..]).Build();
        byte[] file = whole[..^2000];

        Assert.Contains("truncated", Assert.Throws<AudioFormatException>(() => Waveform.Load(file, Strict)).Message, StringComparison.Ordinal);
        Assert.Contains("truncated", Assert.Throws<AudioFormatException>(() => Waveform.Load(new ForwardStream(file), Strict)).Message, StringComparison.Ordinal);
        foreach (Waveform waveform in new[] { Waveform.Load(file, Strict with { AllowTruncated = true }), Waveform.Load(new ForwardStream(file), Strict with { AllowTruncated = true }) })
        {
            Assert.Equal(Samples.Values.AsSpan(0, 3000), waveform.Channel(0));
            Assert.Contains(waveform.Notes, note => note.Contains("0.19 s of the 0.25 s", StringComparison.Ordinal));
        }
    }

    /// <summary>Bytes after the stated end of a file, such as a second file in the stream, do not belong to it.</summary>
    [Fact]
    public void Load_DataChunkBehindTheStatedEnd_IsLeftAlone()
    {
        byte[] file = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes).Build();
        byte[] two = [.. file, .. file];

        foreach (Waveform waveform in new[] { Waveform.Load(two, Strict), Waveform.Load(new ForwardStream(two), Strict) })
        {
            Assert.Equal(Samples.Values, waveform.Channel(0));
            Assert.Empty(waveform.Notes);
        }
    }

    [Fact]
    public void Load_FileThatARecorderStillWrites_IsReadAsFarAsItIs()
    {
        using TemporaryFolder folder = new();
        byte[] file = new WavBuilder { RiffSize = 0 }.Format(1, 1, 16_000, 16).Data(Samples.Bytes, 0).Build();
        using FileStream recorder = new(folder["live.wav"], FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        recorder.Write(file);
        recorder.Flush();

        Assert.Equal(Samples.Values, Waveform.Load(folder["live.wav"], Strict).Channel(0));
    }
}
