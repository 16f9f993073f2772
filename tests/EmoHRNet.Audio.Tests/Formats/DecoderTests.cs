using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Compares every built-in decoder, without ffmpeg, with the formula that the files were made from.</summary>
public class DecoderTests
{
    private static readonly AudioReadOptions NoFfmpeg = new() { UseFfmpeg = false };

    public static TheoryData<string, string, int, int, int, double> Recordings => new()
    {
        { "mono.mp3", "MP3", 16_000, 1, 4_000, 0.999 },
        { "stereo.mp3", "MP3", 44_100, 2, 5_512, 0.999 },
        { "mono.ogg", "Ogg", 16_000, 1, 4_000, 0.998 },
        { "stereo.ogg", "Ogg", 44_100, 2, 5_512, 0.999 },
        { "mono.opus", "Ogg", 48_000, 1, 12_000, 0.998 },
        { "stereo.opus", "Ogg", 48_000, 2, 6_000, 0.998 },
        { "stereo.webm", "WebM", 48_000, 2, 6_000, 0.998 },
        { "live.webm", "WebM", 48_000, 1, 12_000, 0.998 },
        { "flac.oga", "Ogg", 16_000, 1, 4_000, 1 },
        { "flac.mkv", "WebM", 16_000, 1, 4_000, 1 },
        { "mono.flac", "FLAC", 16_000, 1, 4_000, 1 },
        { "stereo.flac", "FLAC", 44_100, 2, 5_512, 1 },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Load_Recording_GivesTheSignal(string name, string container, int sampleRate, int channelCount, int sampleCount, double correlation)
    {
        using AudioReader reader = AudioReader.Open(new MemoryStream(Recording.Bytes(name)), NoFfmpeg);
        Waveform waveform = reader.ReadToEnd();

        Assert.Equal((container, sampleRate, channelCount, sampleCount), (reader.Container, waveform.SampleRate, waveform.ChannelCount, waveform.SampleCount));
        Assert.Empty(waveform.Notes);
        for (int c = 0; c < channelCount; c++)
        {
            AssertSignal(waveform, c, correlation);
        }
    }

    /// <summary>These codes have whole blocks: the encoder pads the signal.</summary>
    [Theory]
    [InlineData("ima.wav", 8_000, 2_041, 0.99)]
    [InlineData("ms.wav", 8_000, 2_036, 0.99)]
    [InlineData("gsm.wav", 8_000, 2_240, 0.95)]
    [InlineData("vorbis.webm", 16_000, 4_096, 0.998)]
    public void Load_CodeOfWholeBlocks_StartsWithTheSignal(string name, int sampleRate, int sampleCount, double correlation)
    {
        Waveform waveform = Waveform.Load(Recording.Bytes(name), NoFfmpeg);

        Assert.Equal((sampleRate, 1), (waveform.SampleRate, waveform.ChannelCount));
        Assert.InRange(waveform.SampleCount, sampleCount - 512, sampleCount + 512);
        Assert.InRange(SweepSignal.Correlation(waveform.Channel(0)[..(sampleRate / 5)], 0, sampleRate), correlation, 1);
    }

    /// <summary>Layer II has a delay of 481 samples, which the file does not state.</summary>
    [Fact]
    public void Load_LayerII_GivesTheSignalLate()
    {
        Waveform waveform = Waveform.Load(Recording.Bytes("mono.mp2"), NoFfmpeg);

        Assert.Equal((16_000, 0), (waveform.SampleRate, waveform.SampleCount % 1152));
        Assert.InRange(SweepSignal.Correlation(waveform.Channel(0)[481..4000], 0, 16_000), 0.999, 1);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Load_EveryEntrance_GivesTheSame(string name, string container, int sampleRate, int channelCount, int sampleCount, double correlation)
    {
        _ = (container, sampleRate, channelCount, correlation);
        CancellationToken token = TestContext.Current.CancellationToken;
        using TemporaryFolder folder = new();
        byte[] bytes = Recording.Bytes(name);
        await File.WriteAllBytesAsync(folder["a.bin"], bytes, token);
        float[] expected = Waveform.Load(bytes, NoFfmpeg).Channel(0).ToArray();

        Assert.Equal(expected, Waveform.Load(folder["a.bin"], NoFfmpeg).Channel(0));
        Assert.Equal(expected, Waveform.Load(new ForwardStream(bytes), NoFfmpeg).Channel(0));
        Assert.Equal(expected, (await Waveform.LoadAsync(new ForwardStream(bytes), NoFfmpeg, token)).Channel(0).ToArray());
        using AudioReader reader = AudioReader.Open(new ForwardStream(bytes), NoFfmpeg);
        List<float> blocks = [];
        while (await reader.ReadAsync(777, token) is { } block)
        {
            blocks.AddRange(block.Channel(0));
        }

        Assert.Equal(expected, blocks);
        Assert.Equal(sampleCount, reader.Position);
    }

    private static void AssertSignal(Waveform waveform, int channel, double correlation)
    {
        if (correlation == 1)
        {
            Assert.Equal(SweepSignal.Samples(channel, waveform.SampleRate, waveform.SampleCount), waveform.Channel(channel));
        }
        else
        {
            Assert.InRange(SweepSignal.Correlation(waveform.Channel(channel), channel, waveform.SampleRate), correlation, 1);
        }
    }
}
