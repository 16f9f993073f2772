using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

public class AiffReadingTests
{
    [Theory]
    [InlineData(null, 8, SampleEncoding.SignedPcm8, true)]
    [InlineData(null, 16, SampleEncoding.Pcm16, true)]
    [InlineData(null, 24, SampleEncoding.Pcm24, true)]
    [InlineData(null, 32, SampleEncoding.Pcm32, true)]
    [InlineData("NONE", 16, SampleEncoding.Pcm16, true)]
    [InlineData("twos", 16, SampleEncoding.Pcm16, true)]
    [InlineData("sowt", 16, SampleEncoding.Pcm16, false)]
    [InlineData("sowt", 24, SampleEncoding.Pcm24, false)]
    [InlineData("in24", 24, SampleEncoding.Pcm24, true)]
    [InlineData("fl32", 32, SampleEncoding.Ieee32, true)]
    [InlineData("FL32", 32, SampleEncoding.Ieee32, true)]
    [InlineData("fl64", 64, SampleEncoding.Ieee64, true)]
    public void Load_EveryCompression_ScalesToFullScale(string? compression, int bits, SampleEncoding encoding, bool bigEndian)
    {
        StoredSamples samples = StoredSamples.Random(encoding, 2 * 505, bigEndian);
        byte[] file = new AiffBuilder { Compression = compression }.Common(2, 505, bits).Sound(samples.Bytes).Build();

        Waveform waveform = Waveform.Load(file);

        Assert.Equal((8_000, 2, 505), (waveform.SampleRate, waveform.ChannelCount, waveform.SampleCount));
        Assert.Equal(samples.Values.Where((_, i) => i % 2 == 1), waveform.Channel(1).ToArray());
    }

    [Theory]
    [InlineData("ulaw", 0x80, 32124)]
    [InlineData("ULAW", 0x00, -32124)]
    [InlineData("alaw", 0xAA, 32256)]
    [InlineData("ALAW", 0x2A, -32256)]
    public void Load_G711_TakesOneByteWhateverTheBits(string compression, byte code, int expected)
    {
        byte[] file = new AiffBuilder { Compression = compression }.Common(1, 3, 16).Sound([code, code, code]).Build();

        Assert.Equal([expected / 32768f, expected / 32768f, expected / 32768f], Waveform.Load(file).Channel(0));
    }

    [Fact]
    public void Load_OffsetAndOtherChunks_AreWalkedOver()
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 10, bigEndian: true);
        byte[] file = new AiffBuilder()
            .Chunk("NAME", [1, 2, 3]).Common(1, 10, 16, AiffBuilder.Rate44100).Chunk("ANNO", new byte[5])
            .Sound(samples.Bytes, offset: 6).Chunk("MARK", new byte[4]).Build();

        Waveform waveform = Waveform.Load(file);

        Assert.Equal(44_100, waveform.SampleRate);
        Assert.Equal(samples.Values, waveform.Channel(0));
    }

    [Fact]
    public void Load_SamplesBeforeDescription_NeedSeeking()
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 10, bigEndian: true);
        byte[] file = new AiffBuilder().Sound(samples.Bytes).Chunk("NAME", [1, 2, 3]).Common(1, 10, 16).Build();

        Assert.Equal(samples.Values, Waveform.Load(file).Channel(0));
        Assert.Contains("seek", Assert.Throws<AudioFormatException>(() => Waveform.Load(new ForwardStream(file))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(0x3F800000, 0x7F000008u)]
    public void Load_SizesOfPipes_ReadToTheEnd(int frames, uint size)
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 100, bigEndian: true);
        byte[] file = new AiffBuilder().Common(1, frames, 16).Sound(samples.Bytes, size).Build();

        Assert.Equal(samples.Values, Waveform.Load(file).Channel(0));
        Assert.Equal(samples.Values, Waveform.Load(new ForwardStream(file)).Channel(0));
    }

    [Fact]
    public void Load_TruncatedData_IsRefusedUnlessAllowed()
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 100, bigEndian: true);
        byte[] file = new AiffBuilder().Common(1, 100, 16).Sound(samples.Bytes).Build()[..^50];

        Assert.Contains("truncated", Assert.Throws<AudioFormatException>(() => Waveform.Load(file)).Message, StringComparison.Ordinal);
        Assert.Equal(samples.Values.AsSpan(0, 75), Waveform.Load(file, new AudioReadOptions { AllowTruncated = true }).Channel(0));
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "no 'COMM' chunk", new AiffBuilder().Sound(new byte[4]).Build() },
        { "no 'SSND' chunk", new AiffBuilder().Common(1, 2, 16).Build() },
        { "describes 20 bytes of samples and its 'SSND' chunk holds 4", new AiffBuilder().Common(1, 10, 16).Sound(new byte[4]).Build() },
        { "0 channels", new AiffBuilder().Common(0, 2, 16).Sound(new byte[4]).Build() },
        { "33 bits", new AiffBuilder().Common(1, 2, 33).Sound(new byte[4]).Build() },
        { "sample rate of 0 Hz", new AiffBuilder().Common(1, 2, 16, new byte[10]).Sound(new byte[4]).Build() },
        { "sample rate of -8000 Hz", new AiffBuilder().Common(1, 2, 16, [0xC0, .. AiffBuilder.Rate8000[1..]]).Sound(new byte[4]).Build() },
        { "sample rate of NaN Hz", new AiffBuilder().Common(1, 2, 16, [0x7F, 0xFF, .. new byte[8]]).Sound(new byte[4]).Build() },
        { "has 7 bytes; expected 18", new AiffBuilder().Chunk("COMM", new byte[7]).Sound(new byte[4]).Build() },
        { "ends inside its 'SSND' chunk", new AiffBuilder().Common(1, 2, 16).Chunk("SSND", [0, 0]).Build() },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Load_DamagedHeader_SaysWhatIsWrong(string expected, byte[] file)
    {
        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(file));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AiffNamedWav_IsRecognizedByContent()
    {
        using TestSupport.TemporaryFolder folder = new();
        File.WriteAllBytes(folder["speech.wav"], new AiffBuilder().Common(1, 2, 16).Sound([0x40, 0, 0xC0, 0]).Build());

        Assert.Equal([0.5f, -0.5f], Waveform.Load(folder["speech.wav"]).Channel(0));
    }
}
