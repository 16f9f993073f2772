using System.Diagnostics;
using EmoHRNet.Audio.Formats.Ffmpeg;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>
/// Decoded samples equal ffmpeg's, in number and value: exactly where the format is lossless or bit-exact, else with a correlation of 0.999.
/// Opus is compared with libopus in ffmpeg, the reference decoder; ffmpeg's own decoder resamples speech packets differently.
/// </summary>
public sealed class EqualToFfmpegTests : IDisposable
{
    private static readonly AudioReadOptions NoFfmpeg = new() { UseFfmpeg = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp3", 44_100, "-c:a libmp3lame -b:a 128k", 0.9999)]
    [InlineData("a.mp3", 44_100, "-c:a libmp3lame -q:a 4", 0.9999)]
    [InlineData("a.mp3", 44_100, "-c:a libmp3lame -b:a 320k -joint_stereo 0", 0.9999)]
    [InlineData("a.mp3", 48_000, "-c:a libmp3lame -b:a 96k -reservoir 0", 0.9999)]
    [InlineData("a.mp3", 44_100, "-c:a libmp3lame -b:a 128k -write_xing 0", 0.9999)]
    [InlineData("a.mp3", 22_050, "-c:a libmp3lame -b:a 48k", 0.9999)]
    [InlineData("a.mp3", 11_025, "-c:a libmp3lame -b:a 32k", 0.9999)]
    [InlineData("a.mp2", 44_100, "-c:a mp2 -b:a 192k", 0.9999)]
    [InlineData("a.ogg", 44_100, "-c:a libvorbis -q:a 4", 0.9999)]
    [InlineData("a.opus", 48_000, "-c:a libopus -b:a 64k", 0.999)]
    [InlineData("a.opus", 48_000, "-ac 1 -c:a libopus -b:a 24k", 0.999)]
    [InlineData("a.opus", 48_000, "-ac 1 -c:a libopus -b:a 12k -application voip -frame_duration 60", 0.999)]
    [InlineData("a.webm", 48_000, "-c:a libopus -b:a 64k", 0.999)]
    [InlineData("a.webm", 44_100, "-c:a libvorbis -q:a 4", 0.9999)]
    [InlineData("a.mkv", 44_100, "-c:a flac", 1)]
    [InlineData("a.oga", 44_100, "-c:a flac", 1)]
    [InlineData("a.flac", 44_100, "-c:a flac", 1)]
    [InlineData("a.flac", 96_000, "-c:a flac -sample_fmt s32", 1)]
    [InlineData("a.flac", 44_100, "-c:a flac -compression_level 12 -lpc_type cholesky", 1)]
    [InlineData("a.wav", 44_100, "-c:a adpcm_ima_wav", 1)]
    [InlineData("a.wav", 44_100, "-c:a adpcm_ms", 1)]
    [InlineData("a.wav", 8_000, "-ac 1 -c:a adpcm_ima_wav", 1)]
    [InlineData("a.wav", 8_000, "-ac 1 -c:a adpcm_ms", 1)]
    [InlineData("a.wav", 8_000, "-ac 1 -c:a libgsm_ms", 1)]
    public void Load_Encoded_EqualsFfmpeg(string name, int sampleRate, string encoding, double correlation)
    {
        string path = Encode(name, sampleRate, encoding);
        Waveform expected = Decode(path, encoding.Contains("opus", StringComparison.Ordinal) ? "-c:a libopus" : "");

        Waveform decoded = Waveform.Load(path, NoFfmpeg);

        Assert.Equal((expected.SampleRate, expected.ChannelCount), (decoded.SampleRate, decoded.ChannelCount));
        // ffmpeg drops up to half a block of Ogg Vorbis before the end stated by the last page.
        Assert.InRange(decoded.SampleCount - expected.SampleCount, 0, name == "a.ogg" ? 1024 : 0);
        Assert.Empty(decoded.Notes);
        for (int c = 0; c < expected.ChannelCount; c++)
        {
            if (correlation == 1)
            {
                Assert.Equal(expected.Channel(c), decoded.Channel(c));
            }

            Assert.InRange(SweepSignal.Correlation(expected.Channel(c), decoded.Channel(c)[..expected.SampleCount]), correlation, 1.000001);
        }
    }

    [Theory]
    [InlineData("a.flac", "-c:a flac", 1)]
    [InlineData("a.opus", "-c:a libopus -mapping_family 1", 0.999)]
    public void Load_Surround_HasTheChannelsOfFfmpeg(string name, string encoding, double correlation)
    {
        float[][] tones = [.. Enumerable.Range(0, 6).Select(c => SweepSignal.Samples(c % 2, 48_000, 24_000).Select((s, i) => s * MathF.Sin((c + 1) * i * 0.001f)).ToArray())];
        new Waveform(48_000, tones).Save(_folder["six.wav"]);
        Run($"-y -i {_folder["six.wav"]} -af channelmap=channel_layout=5.1 {encoding} {_folder[name]}");

        Waveform decoded = Waveform.Load(_folder[name], NoFfmpeg);
        Waveform expected = Decode(_folder[name], "");

        Assert.Equal((6, expected.SampleCount), (decoded.ChannelCount, decoded.SampleCount));
        for (int c = 0; c < 6; c++)
        {
            Assert.InRange(SweepSignal.Correlation(expected.Channel(c), decoded.Channel(c)), correlation, 1.000001);
        }
    }

    /// <summary>Half a second in each channel: a sweep with silence in the middle, which makes encoders change their block size.</summary>
    private string Encode(string name, int sampleRate, string encoding)
    {
        float[][] channels = [.. Enumerable.Range(0, 2).Select(c => SweepSignal.Samples(c, sampleRate, sampleRate))];
        channels[0].AsSpan(sampleRate / 4, sampleRate / 4).Clear();
        new Waveform(sampleRate, channels).Save(_folder["source.wav"]);
        Run($"-y -i {_folder["source.wav"]} {encoding} {_folder[name]}");
        return _folder[name];
    }

    private Waveform Decode(string path, string decoder)
    {
        Run($"-y {decoder} -i {path} -map 0:a:0 -c:a pcm_f32le {_folder["decoded.wav"]}");
        return Waveform.Load(_folder["decoded.wav"]);
    }

    private static void Run(string arguments)
    {
        string? executable = FfmpegLocator.InPath();
        Assert.SkipWhen(executable is null, "There is no ffmpeg on this machine.");
        using Process process = Process.Start(new ProcessStartInfo(executable, "-v error -nostdin " + arguments) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(process.ExitCode != 0 && error.Contains("Unknown encoder", StringComparison.Ordinal), "This ffmpeg lacks an encoder.");
        Assert.SkipWhen(process.ExitCode != 0 && error.Contains("Unknown decoder", StringComparison.Ordinal), "This ffmpeg lacks a decoder.");
        Assert.True(process.ExitCode == 0, error);
    }
}
