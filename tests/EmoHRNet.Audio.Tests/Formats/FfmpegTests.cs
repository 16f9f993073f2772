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
}
