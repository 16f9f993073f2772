using System.Diagnostics;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

public sealed class FfmpegTests : IDisposable
{
    private const int SampleRate = 16_000;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.flac", "-c:a flac", 1e-4)]
    [InlineData("a.mp3", "-c:a libmp3lame -b:a 128k", 0.05)]
    [InlineData("a.ogg", "-c:a libvorbis -q:a 8", 0.02)]
    [InlineData("a.opus", "-c:a libopus -b:a 96k", 0.05)]
    [InlineData("a.m4a", "-c:a aac -b:a 128k", 0.05)]
    [InlineData("a.mkv", "-f lavfi -i color=size=64x64:duration=1 -c:a flac -map 0:a -map 1:v", 1e-4)]
    [InlineData("adpcm.wav", "-c:a adpcm_ms", 0.05)]
    public async Task Load_OtherFormat_IsDecoded(string name, string arguments, double tolerance)
    {
        string path = Encode(name, arguments);
        byte[] content = await File.ReadAllBytesAsync(path, Token);

        AssertTone(Waveform.Load(path), tolerance);
        AssertTone(Waveform.Load(content), tolerance);
        AssertTone(await Waveform.LoadAsync(path, cancellationToken: Token), tolerance);
        if (name != "adpcm.wav")
        {
            AssertTone(Waveform.Load(new ForwardStream(content)), tolerance);
        }
    }

    [Fact]
    public void Read_OtherFormat_StreamsBlocks()
    {
        using AudioReader reader = AudioReader.Open(Encode("a.flac", "-c:a flac"));

        Waveform[] blocks = [.. reader.ReadBlocks(1000)];

        Assert.Equal(("ffmpeg", SampleRate), (reader.Container, reader.Position));
        Assert.Equal(16, blocks.Length);
    }

    [Fact]
    public void Dispose_BeforeTheEnd_EndsTheProcessAndDeletesTheCopy()
    {
        byte[] content = File.ReadAllBytes(Encode("a.m4a", "-c:a aac"));
        string[] before = Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp");

        AudioReader reader = AudioReader.Open(new MemoryStream(content));
        reader.Read(10);
        reader.Dispose();

        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp").Except(before));
    }

    [Theory]
    [InlineData("-y")]
    [InlineData("concat:a")]
    [InlineData("http.x")]
    public void Load_StrangeName_IsAFileName(string name)
    {
        File.Move(Encode("a.flac", "-c:a flac"), _folder[name]);

        AssertTone(Waveform.Load(_folder[name]), 1e-4);
    }

    [Fact]
    public void Load_NoAudio_GivesTheReason()
    {
        RequireFfmpeg();
        File.WriteAllText(_folder["notes.mp3"], string.Join(' ', Enumerable.Repeat("words", 1000)));

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(_folder["notes.mp3"]));

        Assert.Contains("notes.mp3: ffmpeg cannot decode it", exception.Message, StringComparison.Ordinal);
        Assert.Throws<AudioFormatException>(() => Waveform.Load(File.ReadAllBytes(_folder["notes.mp3"])));
    }

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
        byte[] header = new WavBuilder { RiffSize = uint.MaxValue }.Format(3, 1, SampleRate, 32).Data(new byte[4000], uint.MaxValue).Build();
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

    [Theory]
    [InlineData("alaw", 6)]
    [InlineData("mulaw", 7)]
    public void Load_EveryG711Code_EqualsFfmpeg(string name, int code)
    {
        string executable = RequireFfmpeg();
        byte[] codes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        File.WriteAllBytes(_folder["codes"], codes);
        using Process process = Process.Start(new ProcessStartInfo(
            executable, $"-v error -f {name} -ar 8000 -i {_folder["codes"]} {_folder["decoded.wav"]}"))!;
        process.WaitForExit();

        Waveform expected = Waveform.Load(_folder["decoded.wav"]);

        Assert.Equal(256, expected.SampleCount);
        Assert.Equal(expected.Channel(0), Waveform.Load(new WavBuilder().Format(code, 1, 8_000, 8).Data(codes).Build()).Channel(0));
    }

    private static void AssertTone(Waveform waveform, double tolerance)
    {
        Waveform mono = waveform.ToMono().Resample(SampleRate);
        Assert.InRange(mono.SampleCount, SampleRate - 500, SampleRate + 3000);
        float[] middle = mono.Channel(0)[4000..12_000].ToArray();
        (double sine, double cosine) = (0, 0);
        for (int i = 0; i < middle.Length; i++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * 500 * i / SampleRate);
            (sine, cosine) = (sine + (s * middle[i]), cosine + (c * middle[i]));
        }

        double amplitude = Math.Sqrt((sine * sine) + (cosine * cosine)) * 2 / middle.Length;
        Assert.Equal(0.5, amplitude, tolerance);
    }

    private static string RequireFfmpeg()
    {
        string? executable = FfmpegLocator.InPath();
        Assert.SkipWhen(executable is null, "There is no ffmpeg on this machine.");
        return executable;
    }

    /// <summary>A second of a 500 Hz tone at half scale.</summary>
    private string Encode(string name, string arguments)
    {
        string executable = RequireFfmpeg();
        float[] tone = [.. Enumerable.Range(0, SampleRate).Select(i => 0.5f * MathF.Sin(2 * MathF.PI * 500 * i / SampleRate))];
        new Waveform(SampleRate, tone).Save(_folder["tone.wav"]);
        ProcessStartInfo start = new(executable, $"-v error -i {_folder["tone.wav"]} {arguments} -shortest {_folder[name]}");
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode != 0 && error.Contains("Unknown encoder", StringComparison.Ordinal), $"This ffmpeg cannot write {name}.");
        Assert.True(process.ExitCode == 0, error);
        return _folder[name];
    }

    private string Script(string body)
    {
        File.WriteAllText(_folder["fake-ffmpeg"], "#!/bin/sh\n" + body + "\n");
        UnixPermissions.Set(_folder["fake-ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return _folder["fake-ffmpeg"];
    }
}
