using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

public class WavDamageTests
{
    [Fact]
    public void Load_HalfSampleAtTheEnd_IsLeftOut()
    {
        Waveform waveform = Waveform.Load(new WavBuilder().Format(1, 2, 8_000, 16).Data(new byte[11]).Build());

        Assert.Equal(2, waveform.SampleCount);
    }

    [Fact]
    public void Load_TruncatedData_IsRefusedUnlessAllowed()
    {
        StoredSamples samples = StoredSamples.Random(SampleEncoding.Pcm16, 150);
        byte[] file = new WavBuilder().Format(1, 1, 8_000, 16).Data(samples.Bytes).Build()[..^151];
        AudioReadOptions lenient = new() { AllowTruncated = true };

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(file));
        Assert.Contains("promises 300 bytes", exception.Message, StringComparison.Ordinal);
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
}
