using System.Buffers.Binary;
using System.Diagnostics;
using EmoHRNet.Audio.Formats.Ffmpeg;
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
    [InlineData("a.m4a", "-c:a aac -b:a 128k", 0.05)]
    [InlineData("a.mov", "-c:a aac -b:a 128k", 0.05)]
    [InlineData("a.w64", "-c:a pcm_s16le", 1e-4)]
    [InlineData("a.au", "-c:a pcm_s16be", 1e-4)]
    [InlineData("a.caf", "-c:a alac", 1e-4)]
    [InlineData("a.wma", "-ar 44100 -c:a wmav2", 0.05)]
    [InlineData("a.mkv", "-f lavfi -i color=size=64x64:duration=1 -c:a ac3 -map 0:a -map 1:v", 0.05)]
    [InlineData("a.wav", "-c:a g722", 0.05)]
    [InlineData("a.mp3", "-ar 8000 -c:a libmp3lame -b:a 32k", 0.05)]
    public async Task Load_OtherFormat_IsDecoded(string name, string arguments, double tolerance)
    {
        string path = Encode(name, arguments);
        byte[] content = await File.ReadAllBytesAsync(path, Token);

        AssertTone(Waveform.Load(path), tolerance);
        AssertTone(Waveform.Load(content), tolerance);
        AssertTone(await Waveform.LoadAsync(path, cancellationToken: Token), tolerance);
        AssertTone(Waveform.Load(new ForwardStream(content)), tolerance);
    }

    [Fact]
    public void Read_OtherFormat_StreamsBlocks()
    {
        using AudioReader reader = AudioReader.Open(Encode("a.w64", "-c:a pcm_s16le"));

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

        // Other programs create files there, too; a copy left behind would have the recording's length.
        IEnumerable<string> made = Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp").Except(before);
        Assert.DoesNotContain(made, path => new FileInfo(path) is { Exists: true } file && file.Length == content.Length);
    }

    [Theory]
    [InlineData("-y")]
    [InlineData("concat:a")]
    [InlineData("http.x")]
    public void Load_StrangeName_IsAFileName(string name)
    {
        File.Move(Encode("a.w64", "-c:a pcm_s16le"), _folder[name]);

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

    /// <summary>A QuickTime file without 'ftyp' starts with a size of four bytes; a table of contents at the end needs seeking.</summary>
    [Fact]
    public void Load_QuickTimeWithoutType_IsReadFromBytesAndStreams()
    {
        byte[] file = File.ReadAllBytes(Encode("a.mov", "-c:a aac -b:a 128k"));
        byte[] bare = file[(file[2] << 8 | file[3])..];
        ShiftChunkOffsets(bare, file.Length - bare.Length);

        AssertTone(Waveform.Load(bare), 0.05);
        AssertTone(Waveform.Load(new ForwardStream(bare)), 0.05);
    }

    [Theory]
    [InlineData("a.m4a", "-c:a aac -b:a 64k -movflags +faststart")]
    [InlineData("a.mp4", "-c:a aac -b:a 64k -movflags frag_keyframe+empty_moov+default_base_moof -frag_duration 100000")]
    [InlineData("a.wma", "-ar 44100 -c:a wmav2")]
    [InlineData("a.w64", "-c:a pcm_s16le")]
    [InlineData("a.caf", "-c:a pcm_s16be")]
    public void Load_Half_IsRefusedUnlessAllowed(string name, string arguments)
    {
        byte[] file = File.ReadAllBytes(Encode(name, arguments));
        byte[] half = file[..((file.Length * 6 / 10) | 1)];
        File.WriteAllBytes(_folder["half"], half);

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(_folder["half"]));
        Waveform beginning = Waveform.Load(half, new AudioReadOptions { AllowTruncated = true });

        Assert.Equal(AudioFormatErrorKind.Damaged, exception.Kind);
        Assert.Equal(AudioFormatErrorKind.Damaged, Assert.Throws<AudioFormatException>(() => Waveform.Load(half)).Kind);
        Assert.InRange(beginning.Duration.TotalSeconds, 0.1, 0.9);
        Assert.Contains("s were read", Assert.Single(beginning.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), Assert.Single(beginning.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_VideoWithoutSound_SaysSo()
    {
        string path = Encode("silent.mp4", "-f lavfi -i color=size=64x64:duration=1 -map 1:v");

        AudioFormatException exception = Assert.Throws<AudioFormatException>(() => Waveform.Load(path));

        Assert.Equal(AudioFormatErrorKind.UnknownFormat, exception.Kind);
        Assert.Contains("no audio track", exception.Message, StringComparison.Ordinal);
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

    /// <summary>The table of contents counts from the start of the file: 'stco' holds a number of chunks and their 32-bit positions.</summary>
    private static void ShiftChunkOffsets(Span<byte> file, int by)
    {
        Span<byte> table = file[(file.IndexOf("stco"u8) + 8)..];
        for (int i = BinaryPrimitives.ReadInt32BigEndian(table); i > 0; i--)
        {
            Span<byte> entry = table[(4 * i)..];
            BinaryPrimitives.WriteInt32BigEndian(entry, BinaryPrimitives.ReadInt32BigEndian(entry) - by);
        }
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
