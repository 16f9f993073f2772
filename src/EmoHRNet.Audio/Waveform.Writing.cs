using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Storage;

namespace EmoHRNet.Audio;

public sealed partial class Waveform
{
    /// <summary>Writes a WAV file, through a temporary file beside it: a failure leaves an existing file unchanged.</summary>
    /// <param name="path">The path; an existing file is replaced.</param>
    /// <param name="encoding">How samples are stored.</param>
    /// <exception cref="ArgumentException">A sample is not finite and cannot be stored as an integer.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void Save(string path, WavEncoding encoding = WavEncoding.Pcm16)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => WavWriter.Write(stream, this, encoding));
    }

    /// <summary>Writes a WAV file to a stream, which need not be able to seek and is left open.</summary>
    /// <inheritdoc cref="Save(string, WavEncoding)" path="/*[not(self::param)]"/>
    /// <param name="stream">The stream.</param>
    /// <param name="encoding">How samples are stored.</param>
    public void Save(Stream stream, WavEncoding encoding = WavEncoding.Pcm16)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WavWriter.Write(stream, this, encoding);
    }
}
