using System.Runtime.InteropServices;
using EmoHRNet.Audio.Formats.Opening;

namespace EmoHRNet.Audio;

public sealed partial class Waveform
{
    /// <summary>
    /// Reads a whole file: all variants of WAV and AIFF, MP3, Ogg Vorbis, Opus in Ogg and WebM, FLAC, raw samples, formats of
    /// <see cref="AudioReadOptions.Decoders"/>, and anything that an ffmpeg executable decodes.
    /// </summary>
    /// <param name="path">The path of the file; the format is recognized by content, not by extension.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="AudioFormatException">The content is not audio, is damaged, or needs an ffmpeg that was not found; <see cref="AudioFormatException.Kind"/> tells which.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Waveform Load(string path, AudioReadOptions? options = null)
    {
        using AudioReader reader = AudioReader.Open(path, options);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a stream from its present position; it need not be able to seek, and is left open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="AudioFormatException">The content is not audio, is damaged, or needs an ffmpeg that was not found; <see cref="AudioFormatException.Kind"/> tells which.</exception>
    public static Waveform Load(Stream stream, AudioReadOptions? options = null)
    {
        using AudioReader reader = AudioReader.Open(stream, options);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a whole file from its bytes.</summary>
    /// <param name="bytes">The content of an audio file.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="AudioFormatException">The content is not audio, is damaged, or needs an ffmpeg that was not found; <see cref="AudioFormatException.Kind"/> tells which.</exception>
    public static Waveform Load(ReadOnlyMemory<byte> bytes, AudioReadOptions? options = null)
    {
        using AudioReader reader = AudioOpener.Open(AsStream(bytes), options, leaveOpen: false, CancellationToken.None);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a whole file on another thread.</summary>
    /// <inheritdoc cref="Load(string, AudioReadOptions?)" path="/*[not(self::param)]"/>
    /// <param name="path">The path of the file; the format is recognized by content, not by extension.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels reading, and ends the decoder process if there is one.</param>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static Task<Waveform> LoadAsync(string path, AudioReadOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Decode(AudioOpener.Open(path, options, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>Reads a stream from its present position without blocking a thread; its bytes are collected in memory first, then decoded on another thread.</summary>
    /// <inheritdoc cref="Load(Stream, AudioReadOptions?)" path="/*[not(self::param)]"/>
    /// <param name="stream">The stream; left open.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels reading, and ends the decoder process if there is one.</param>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static async Task<Waveform> LoadAsync(
        Stream stream, AudioReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MemoryStream bytes = new();
        await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        bytes.Position = 0;
        return await Task.Run(() => Decode(AudioOpener.Open(bytes, options, leaveOpen: false, cancellationToken), cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    private static Waveform Decode(AudioReader opened, CancellationToken cancellationToken)
    {
        using AudioReader reader = opened;
        return reader.ReadRest(cancellationToken);
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
