using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

public sealed class WaveformLoadTests : IDisposable
{
    private static readonly AudioReadOptions NoFfmpeg = new() { UseFfmpeg = false };
    private static readonly StoredSamples Samples = StoredSamples.Random(SampleEncoding.Pcm16, 5000);
    private static readonly byte[] Wav = new WavBuilder().Format(1, 1, 16_000, 16).Data(Samples.Bytes).Build();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Load_EveryEntryPoint_GivesTheSameSamples()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        string path = _folder["a.bin"];
        await File.WriteAllBytesAsync(path, Wav, token);

        Assert.Equal(Samples.Values, Waveform.Load(path).Channel(0));
        Assert.Equal(Samples.Values, Waveform.Load(Wav).Channel(0));
        Assert.Equal(Samples.Values, Waveform.Load(new MemoryStream(Wav)).Channel(0));
        Assert.Equal(Samples.Values, Waveform.Load(new ForwardStream(Wav)).Channel(0));
        Assert.Equal(Samples.Values, (await Waveform.LoadAsync(path, cancellationToken: token)).Channel(0).ToArray());
        Assert.Equal(Samples.Values, (await Waveform.LoadAsync(new ForwardStream(Wav), cancellationToken: token)).Channel(0).ToArray());
    }

    [Fact]
    public void Load_StreamInTheMiddle_StartsThereAndStaysOpen()
    {
        MemoryStream stream = new([1, 2, 3, .. Wav]) { Position = 3 };

        Assert.Equal(Samples.Values, Waveform.Load(stream).Channel(0));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Load_SliceOfBytes_ReadsTheSlice() =>
        Assert.Equal(Samples.Values, Waveform.Load(new ReadOnlyMemory<byte>([9, .. Wav, 9, 9], 1, Wav.Length)).Channel(0));

    [Theory]
    [InlineData("missing.wav")]
    [InlineData("missing/folder.wav")]
    public void Load_MissingFile_IsNamed(string name)
    {
        FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() => Waveform.Load(_folder[name]));

        Assert.Equal(_folder[name], exception.FileName);
    }

    [Fact]
    public async Task LoadAsync_MissingFile_FailsTheTask() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            Waveform.LoadAsync(_folder["missing.wav"], cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void Load_Folder_SaysSo() =>
        Assert.Contains("is a folder", Assert.Throws<AudioFormatException>(() => Waveform.Load(_folder.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_EmptyFile_SaysSo()
    {
        File.WriteAllBytes(_folder["empty.wav"], []);

        string message = Assert.Throws<AudioFormatException>(() => Waveform.Load(_folder["empty.wav"])).Message;
        Assert.Contains("is empty", message, StringComparison.Ordinal);
        Assert.Contains("empty.wav", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnreadableFile_IsUnauthorized()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Needs a user whom permissions bind.");
        File.WriteAllBytes(_folder["locked.wav"], Wav);
        UnixPermissions.Set(_folder["locked.wav"], UnixFileMode.None);

        Assert.Throws<UnauthorizedAccessException>(() => Waveform.Load(_folder["locked.wav"]));
    }

    [Fact]
    public void Load_DiskFailure_IsPassedOn()
    {
        IOException exception = Assert.Throws<IOException>(() => Waveform.Load(new FailingStream(Wav, failAt: 3000)));

        Assert.Equal(FailingStream.Message, exception.Message);
    }

    [Theory]
    [InlineData("hello, this is a text file and not audio at all")]
    [InlineData("RIFF")]
    [InlineData("x")]
    public void Load_NoAudio_SaysWhatIsRead(string content)
    {
        string message = Assert.Throws<AudioFormatException>(() => Waveform.Load(System.Text.Encoding.ASCII.GetBytes(content), NoFfmpeg)).Message;

        Assert.Contains("not in a known audio format", message, StringComparison.Ordinal);
        Assert.Contains("UseFfmpeg", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_Cancelled_Ends()
    {
        CancellationToken cancelled = new(canceled: true);
        await File.WriteAllBytesAsync(_folder["a.wav"], Wav, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Waveform.LoadAsync(_folder["a.wav"], cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Waveform.LoadAsync(new ForwardStream(Wav), cancellationToken: cancelled));
    }

    [Theory]
    [InlineData(SampleEncoding.Pcm8, false)]
    [InlineData(SampleEncoding.Pcm16, true)]
    [InlineData(SampleEncoding.Pcm24, true)]
    [InlineData(SampleEncoding.Ieee64, true)]
    public void Load_Raw_TakesTheStatedFormat(SampleEncoding encoding, bool bigEndian)
    {
        StoredSamples samples = StoredSamples.Random(encoding, 2 * 333, bigEndian);
        RawAudioFormat format = new() { SampleRate = 11_025, ChannelCount = 2, Encoding = encoding, BigEndian = bigEndian };

        Waveform waveform = Waveform.Load(samples.Bytes, new AudioReadOptions { Raw = format });

        Assert.Equal((11_025, 333), (waveform.SampleRate, waveform.SampleCount));
        Assert.Equal(samples.Values.Where((_, i) => i % 2 == 0), waveform.Channel(0).ToArray());
    }

    [Fact]
    public void Load_RawNothing_IsEmpty() =>
        Assert.Equal(0, Waveform.Load(ReadOnlyMemory<byte>.Empty, new AudioReadOptions { Raw = new RawAudioFormat() }).SampleCount);

    [Fact]
    public void Load_InvalidOptions_NamesEveryProblem()
    {
        AudioReadOptions options = new() { FfmpegPath = " ", Raw = new RawAudioFormat { SampleRate = 0, ChannelCount = 0 } };

        InvalidOptionsException exception = Assert.Throws<InvalidOptionsException>(() => Waveform.Load(Wav, options));

        Assert.Equal(["FfmpegPath", "Raw.SampleRate", "Raw.ChannelCount"], exception.Problems.Select(p => p.Name));
    }
}
