using System.Diagnostics;
using EmoHRNet.Audio.Formats.Ffmpeg;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Stores an utterance in a lossy file and reads it again, through ffmpeg: MP3, AAC, Vorbis, GSM.</summary>
/// <remarks>
/// Starting a process takes a tenth of a second per utterance: use it for versions that are computed once. The length stays; a codec's
/// delay is removed where the file states it.
/// </remarks>
public sealed class RecodedFile : IWaveformAugment
{
    private const int GsmRate = 8000;

    private readonly RecodedFileOptions _options;
    private readonly string _ffmpeg;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    /// <exception cref="AudioFormatException">There is no ffmpeg in PATH.</exception>
    public RecodedFile(RecodedFileOptions? options = null)
    {
        _options = options ?? new RecodedFileOptions();
        _options.Validate();
        _ffmpeg = FfmpegLocator.InPath()
            ?? throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, "Lossy codecs other than Opus need ffmpeg, which was not found in PATH. Install ffmpeg, or turn lossy files off.");
    }

    /// <inheritdoc/>
    /// <exception cref="AudioFormatException">ffmpeg was built without the codec, or fails.</exception>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        LossyCodec codec = _options.Codecs[random.Next(_options.Codecs.Count)];
        int kilobits = random.Next(_options.MinimumKilobits, _options.MaximumKilobits + 1);
        if (samples.IsEmpty)
        {
            return [];
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("emohrnet-recoded-");
        try
        {
            float[] heard = Recode(new Waveform(sampleRate, samples.ToArray()), codec, kilobits, folder.FullName);
            Array.Resize(ref heard, samples.Length);
            return heard;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options with { Codecs = [] }} {string.Join(' ', _options.Codecs)}";

    private float[] Recode(Waveform clip, LossyCodec codec, int kilobits, string folder)
    {
        string before = Path.Combine(folder, "before.wav");
        string coded = Path.Combine(folder, "coded" + Extension(codec));
        clip.Save(before, WavEncoding.IeeeFloat);
        Encode(Arguments(before, coded, codec, kilobits), codec);
        return Waveform.Load(coded).ToMono().Resample(clip.SampleRate).Channel(0).ToArray();
    }

    private void Encode(string[] arguments, LossyCodec codec)
    {
        using Process process = Process.Start(new ProcessStartInfo(_ffmpeg, arguments) { RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, $"ffmpeg cannot encode {codec}: {errors.Trim()}");
        }
    }

    private static string Extension(LossyCodec codec) => codec switch
    {
        LossyCodec.Mp3 => ".mp3",
        LossyCodec.Aac => ".m4a",
        LossyCodec.Vorbis => ".ogg",
        LossyCodec.Gsm => ".gsm",
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "Not a codec."),
    };

    private static string[] Arguments(string before, string coded, LossyCodec codec, int kilobits)
    {
        string[] coding = codec switch
        {
            LossyCodec.Mp3 => ["-c:a", "libmp3lame", "-b:a", $"{kilobits}k"],
            LossyCodec.Aac => ["-c:a", "aac", "-b:a", $"{kilobits}k"],
            LossyCodec.Vorbis => ["-c:a", "libvorbis", "-b:a", $"{kilobits}k"],
            LossyCodec.Gsm => ["-ar", $"{GsmRate}", "-c:a", "libgsm"],
            _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "Not a codec."),
        };
        return ["-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-i", "file:" + before, "-ac", "1", .. coding, "file:" + coded];
    }
}
