using System.Buffers.Binary;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Compressed recordings that are cut, joined, wrongly labeled or damaged.</summary>
public class DamagedCompressedTests
{
    private static readonly AudioReadOptions Strict = new() { UseFfmpeg = false };
    private static readonly AudioReadOptions Lenient = new() { UseFfmpeg = false, AllowTruncated = true };

    public static TheoryData<string> Names =>
        ["mono.mp3", "stereo.mp3", "stereo.webm", "live.webm"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_Half_IsRefusedUnlessAllowed(string name)
    {
        byte[] half = Recording.Half(name);

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(half, Strict));
        Waveform beginning = Waveform.Load(half, Lenient);

        Assert.Equal(AudioFormatErrorKind.Damaged, exception.Kind);
        Assert.Contains("truncated", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AllowTruncated", exception.Message, StringComparison.Ordinal);
        ReadOnlySpan<float> whole = Waveform.Load(Recording.Bytes(name), Strict).Channel(0);
        Assert.InRange(beginning.SampleCount, 1, whole.Length * 3 / 4);
        Assert.Equal(whole[..(beginning.SampleCount / 2)], beginning.Channel(0)[..(beginning.SampleCount / 2)]);
        string note = Assert.Single(beginning.Notes);
        Assert.Contains("s were read", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ms.wav")]
    [InlineData("ima.wav")]
    [InlineData("gsm.wav")]
    public void Load_HalfOfTheBlocks_IsRefusedUnlessAllowed(string name)
    {
        byte[] one = Recording.Bytes(name);
        int data = one.AsSpan().IndexOf("data"u8) + 8;
        byte[] four = [.. one, .. one[data..], .. one[data..], .. one[data..]];
        BinaryPrimitives.WriteInt32LittleEndian(four.AsSpan(data - 4), four.Length - data);
        byte[] half = four[..(data + ((four.Length - data) / 2))];

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(half, Strict));
        Waveform beginning = Waveform.Load(half, Lenient);

        Assert.Equal(AudioFormatErrorKind.Damaged, exception.Kind);
        Assert.Equal(Waveform.Load(four, Strict).Channel(0)[..beginning.SampleCount], beginning.Channel(0));
        Assert.Contains("truncated", Assert.Single(beginning.Notes), StringComparison.Ordinal);
    }

    /// <summary>Files of one page or one frame: no beginning can be read.</summary>
    [Theory]
    [InlineData("mono.flac")]
    [InlineData("flac.oga")]
    [InlineData("mono.ogg")]
    [InlineData("stereo.opus")]
    public void Load_HalfOfAnOnlyPage_IsRefused(string name)
    {
        Assert.Equal(AudioFormatErrorKind.Damaged, Assert.Throws<AudioFormatException>(() => Waveform.Load(Recording.Half(name), Strict)).Kind);
        Assert.Equal(AudioFormatErrorKind.Damaged, Assert.Throws<AudioFormatException>(() => Waveform.Load(Recording.Half(name), Lenient)).Kind);
    }

    [Fact]
    public void Load_HalfFlacOfSeveralFrames_IsReadAsFarAsItGoes()
    {
        byte[] bytes = Recording.Bytes("stereo.flac");
        Waveform beginning = Waveform.Load(bytes.AsMemory(0, bytes.Length * 9 / 10), Lenient);

        Assert.Equal(4096, beginning.SampleCount);
        Assert.Equal(SweepSignal.Samples(1, 44_100, beginning.SampleCount), beginning.Channel(1));
        Assert.Contains("truncated", Assert.Single(beginning.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stereo.flac", 3000)]
    [InlineData("mono.ogg", 3700)]
    [InlineData("stereo.opus", 2000)]
    [InlineData("flac.oga", 1500)]
    public void Load_FlippedBit_IsFoundByTheChecksum(string name, int position)
    {
        byte[] bytes = Recording.Bytes(name);
        bytes[position] ^= 0x10;

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(bytes, Strict));

        Assert.Equal(AudioFormatErrorKind.Damaged, exception.Kind);
        Assert.Contains("damaged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FlacWithWrongMd5_SaysSo()
    {
        const int Md5Position = 4 + 4 + 18;
        byte[] bytes = Recording.Bytes("mono.flac");
        bytes[Md5Position] ^= 1;

        Waveform waveform = Waveform.Load(bytes, Strict);

        Assert.Equal(SweepSignal.Samples(0, 16_000, 4_000), waveform.Channel(0));
        Assert.Contains("MD5", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_JoinedMp3s_AreReadToTheEnd()
    {
        byte[] one = Recording.Bytes("mono.mp3");

        Waveform waveform = Waveform.Load((byte[])[.. one, .. one], Strict);

        // The first padding is removed; the second file's header and padding are ordinary frames.
        Assert.InRange(waveform.SampleCount, 2 * 4_000, (2 * 4_000) + (4 * 576));
        Assert.Equal(Waveform.Load(one, Strict).Channel(0), waveform.Channel(0)[..4_000]);
        Assert.Contains("header counts", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Mp3WithTagsOfMegabytes_IsRead()
    {
        byte[] one = Recording.Bytes("mono.mp3");
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 1, 64, 0, 0, .. new byte[(1 << 21) + (64 << 14)]];
        byte[] id3Version1 = [.. "TAG"u8, .. new byte[125]];
        byte[] ape = [.. "APETAGEX"u8, 0xD0, 7, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xA0, .. new byte[8], .. new byte[40]];
        byte[] bytes = [.. tag, .. one, .. ape, .. id3Version1];

        Assert.Equal(Waveform.Load(one, Strict).Channel(0), Waveform.Load(bytes, Strict).Channel(0));
        Assert.Equal(4_000, Waveform.Load(new ForwardStream(bytes), Strict).SampleCount);
        Assert.Empty(Waveform.Load(bytes, Strict).Notes);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3000)]
    public void Load_Mp3WithWrongFrameCount_IsReadAndNoted(int count)
    {
        byte[] bytes = Recording.Bytes("mono.mp3");
        int xing = bytes.AsSpan().IndexOf("Info"u8);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(xing + 8), count);

        Waveform waveform = Waveform.Load(bytes, Strict);

        Assert.InRange(waveform.SampleCount, 4_000 - 1105, 4_000 + 1152);
        Assert.Contains($"header counts {count}", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(9000, false)]
    public void Load_Mp3WithStrangeBytesInside_IsReadWhereTheyAreFew(int count, bool isRead)
    {
        const int FrameLength = 216;
        byte[] one = Recording.Bytes("mono.mp3");
        byte[] bytes = [.. one[..(4 * FrameLength)], .. new byte[count], .. one[(4 * FrameLength)..]];

        if (isRead)
        {
            Waveform waveform = Waveform.Load(bytes, Strict);
            Assert.Equal(4_000, waveform.SampleCount);
            Assert.Contains($"{count} bytes", Assert.Single(waveform.Notes), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(AudioFormatErrorKind.Damaged, Assert.Throws<AudioFormatException>(() => Waveform.Load(bytes, Strict)).Kind);
        }
    }

    [Theory]
    [InlineData("mono.opus", "stereo.opus", 12_000, 6_000, 1)]
    [InlineData("stereo.opus", "mono.opus", 6_000, 12_000, 2)]
    public void Load_OpusThatChangesItsChannels_KeepsThoseOfTheStart(string first, string second, int firstCount, int secondCount, int channelCount)
    {
        Waveform waveform = Waveform.Load(OggEdit.Join(Recording.Bytes(first), Recording.Bytes(second)), Strict);

        Assert.Equal((channelCount, firstCount + secondCount), (waveform.ChannelCount, waveform.SampleCount));
        Assert.Equal(Waveform.Load(Recording.Bytes(first), Strict).Channel(0), waveform.Channel(0)[..firstCount]);
        Assert.Contains("channels changes", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_VorbisStreamsInARow_AreReadAsOne()
    {
        byte[] one = Recording.Bytes("mono.ogg");

        Waveform waveform = Waveform.Load(OggEdit.Join(one, one), Strict);

        float[] single = Waveform.Load(one, Strict).Channel(0).ToArray();
        Assert.Equal([.. single, .. single], waveform.Channel(0).ToArray());
    }

    /// <summary>A last position before the last packet is wrong, so nothing is removed.</summary>
    [Fact]
    public void Load_VorbisWithWrongLastPosition_IsReadToTheEnd()
    {
        byte[] bytes = Recording.Bytes("mono.ogg");
        int lastPage = bytes.AsSpan().LastIndexOf("OggS"u8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(lastPage + 6), 1);
        OggEdit.SignAll(bytes);

        Assert.InRange(Waveform.Load(bytes, Strict).SampleCount, 4_000, 4_000 + 2_048);
    }

    [Fact]
    public void Load_OggWithAnotherStreamBeside_TakesTheOneItKnows()
    {
        byte[] one = Recording.Bytes("mono.opus");

        Assert.Equal(Waveform.Load(one, Strict).Channel(0), Waveform.Load(OggEdit.WithStreamBeside(one), Strict).Channel(0));
    }

    [Fact]
    public void Load_OggWithAnotherCodecBehind_SaysThatItWasNotRead()
    {
        byte[] first = Recording.Bytes("mono.ogg");

        Waveform waveform = Waveform.Load(OggEdit.Join(first, Recording.Bytes("mono.opus")), Strict);

        Assert.Equal(Waveform.Load(first, Strict).Channel(0), waveform.Channel(0));
        Assert.Contains("another stream (Opus)", Assert.Single(waveform.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OggWithMissingPage_IsRefused()
    {
        byte[] bytes = OggEdit.WithoutPage(OggEdit.Join(Recording.Bytes("mono.ogg"), []), 1);

        Assert.Contains("missing", Assert.Throws<AudioFormatException>(() => Waveform.Load(bytes, Strict)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OggOfAnUnknownCodec_NamesIt()
    {
        byte[] bytes = OggEdit.Page(1, 2, 0, 0, [.. "Speex   1.2"u8, .. new byte[60]]);

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(bytes, Strict));

        Assert.Equal(AudioFormatErrorKind.MissingDecoder, exception.Kind);
        Assert.Contains("Speex", exception.Message, StringComparison.Ordinal);
    }
}
