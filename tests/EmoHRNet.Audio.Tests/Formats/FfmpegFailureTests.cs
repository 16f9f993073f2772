using System.Diagnostics;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

public sealed class FfmpegFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_MissingExecutable_IsNamed()
    {
        AudioReadOptions options = new() { FfmpegPath = _folder["no-such-ffmpeg"] };

        string message = Assert.Throws<AudioFormatException>(() => Waveform.Load(new byte[100], options)).Message;

        Assert.Contains("no-such-ffmpeg", message, StringComparison.Ordinal);
        Assert.Contains("FfmpegPath", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileThatIsNoExecutable_SaysSo()
    {
        File.WriteAllText(_folder["ffmpeg"], "no program");

        string message = Assert.Throws<AudioFormatException>(
            () => Waveform.Load(new byte[100], new AudioReadOptions { FfmpegPath = _folder["ffmpeg"] })).Message;

        Assert.Contains("cannot be started", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_CancelledWhileDecoding_KillsTheProcess()
    {
        AudioReadOptions options = new() { FfmpegPath = Script("echo $$ > \"$(dirname \"$0\")/pid\"\nsleep 600") };
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<Waveform> loading = Waveform.LoadAsync(new MemoryStream(new byte[10_000_000]), options, source.Token);
        while (!File.Exists(_folder["pid"]) || new FileInfo(_folder["pid"]).Length == 0)
        {
            await Task.Delay(10, Token);
        }

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loading.WaitAsync(TimeSpan.FromSeconds(30), Token));
        int id = int.Parse(await File.ReadAllTextAsync(_folder["pid"], Token), System.Globalization.CultureInfo.InvariantCulture);
        Assert.ThrowsAny<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task ReadAsync_CancelledWhileDecoding_KillsTheProcess()
    {
        byte[] header = new WavBuilder { RiffSize = uint.MaxValue }.Format(3, 1, 16_000, 32).Data(new byte[4000], uint.MaxValue).Build();
        await File.WriteAllBytesAsync(_folder["header"], header, Token);
        AudioReadOptions options = new() { FfmpegPath = Script("cat \"$(dirname \"$0\")/header\"\nsleep 600") };
        using AudioReader reader = AudioReader.Open(new MemoryStream(new byte[100]), options);
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<Waveform?> reading = reader.ReadAsync(100_000, source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), Token));
    }

    [Fact]
    public void Load_DecoderThatFails_IsReportedWithItsWords()
    {
        AudioReadOptions options = new() { FfmpegPath = Script("echo out of luck >&2\nexit 3") };

        string message = Assert.Throws<AudioFormatException>(() => Waveform.Load(new byte[100], options)).Message;

        Assert.Contains("out of luck", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo this is no WAV at all, just words")]
    [InlineData("printf x")]
    [InlineData("printf 'RIFF\\377\\377\\377\\377WAVEfmt \\020\\0\\0\\0\\125\\0\\1\\0\\100\\037\\0\\0\\0\\0\\0\\0\\1\\0\\0\\0data\\377\\377\\377\\377'")]
    [InlineData("true")]
    public void Load_DecoderThatWritesNoWav_IsRefused(string body)
    {
        AudioReadOptions options = new() { FfmpegPath = Script(body) };

        string message = Assert.Throws<AudioFormatException>(() => Waveform.Load(new byte[100], options)).Message;

        Assert.Contains("did not write the WAV", message, StringComparison.Ordinal);
    }

    private string Script(string body)
    {
        File.WriteAllText(_folder["fake-ffmpeg"], "#!/bin/sh\n" + body + "\n");
        UnixPermissions.Set(_folder["fake-ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return _folder["fake-ffmpeg"];
    }
}
