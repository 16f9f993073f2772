using System.Runtime.CompilerServices;
using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Formats.Opening;

namespace EmoHRNet.Audio;

/// <summary>Reads audio block by block, so that a recording of any length takes the memory of one block.</summary>
/// <remarks>Supports the formats of <see cref="Waveform.Load(string, AudioReadOptions?)"/>. Not thread-safe.</remarks>
public sealed class AudioReader : IDisposable
{
    private readonly ISampleSource _samples;

    internal AudioReader(ISampleSource samples, string name) => (_samples, Name) = (samples, name);

    /// <summary>The name of the audio in messages: the path of a file, or "The audio" for a stream.</summary>
    public string Name { get; }

    /// <summary>The name of the format: WAV, MP3, Ogg Opus and so on, raw PCM, or ffmpeg where it decodes.</summary>
    public string Container => _samples.Container;

    /// <summary>How the samples are stored, as the header says; for compressed formats, how they are decoded.</summary>
    public RawAudioFormat Format => _samples.Format;

    /// <summary>Samples per second of each channel.</summary>
    public int SampleRate => Format.SampleRate;

    /// <summary>The number of channels.</summary>
    public int ChannelCount => Format.ChannelCount;

    /// <summary>The number of samples of each channel, or null when it is known only after reading to the end.</summary>
    public long? SampleCount => _samples.SampleCount;

    /// <summary>
    /// What was unusual about the content so far, one readable sentence each: assumed sizes, skipped bytes, a checksum that does not match,
    /// audio that ended early. Complete after the last block.
    /// </summary>
    public IReadOnlyList<string> Notes => _samples.Notes;

    /// <summary>The number of samples of each channel read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The path of the file; its extension does not matter.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="AudioFormatException">The content is not audio, is damaged, or needs an ffmpeg that was not found; <see cref="AudioFormatException.Kind"/> tells which.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AudioReader Open(string path, AudioReadOptions? options = null) => AudioOpener.Open(path, options, CancellationToken.None);

    /// <summary>Opens a stream at its present position; it need not be able to seek, and is left open.</summary>
    /// <inheritdoc cref="Open(string, AudioReadOptions?)" path="/*[not(self::param)]"/>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    public static AudioReader Open(Stream stream, AudioReadOptions? options = null) =>
        AudioOpener.Open(stream, options, leaveOpen: true, CancellationToken.None);

    /// <summary>Reads the next block.</summary>
    /// <param name="sampleCount">The samples of each channel to read, at least 1; the last block may have fewer.</param>
    /// <returns>The block, or null at the end.</returns>
    /// <exception cref="AudioFormatException">The data is damaged or ends before the length in its header.</exception>
    public Waveform? Read(int sampleCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        float[][] channels = _samples.Allocate(sampleCount);
        return Block(channels, _samples.Read(channels, 0, channels[0].Length));
    }

    /// <inheritdoc cref="Read" path="/*[not(self::param)]"/>
    /// <param name="sampleCount">The samples of each channel to read, at least 1; the last block may have fewer.</param>
    /// <param name="cancellationToken">Cancels the wait for data.</param>
    public async ValueTask<Waveform?> ReadAsync(int sampleCount, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        float[][] channels = _samples.Allocate(sampleCount);
        return Block(channels, await _samples.ReadAsync(channels, channels[0].Length, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads blocks to the end.</summary>
    /// <param name="sampleCount">The samples of each channel in a block, at least 1; the last block may have fewer.</param>
    public IEnumerable<Waveform> ReadBlocks(int sampleCount)
    {
        while (Read(sampleCount) is { } block)
        {
            yield return block;
        }
    }

    /// <inheritdoc cref="ReadBlocks" path="/*[not(self::param)]"/>
    /// <param name="sampleCount">The samples of each channel in a block, at least 1; the last block may have fewer.</param>
    /// <param name="cancellationToken">Cancels the wait for data.</param>
    public async IAsyncEnumerable<Waveform> ReadBlocksAsync(
        int sampleCount, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await ReadAsync(sampleCount, cancellationToken).ConfigureAwait(false) is { } block)
        {
            yield return block;
        }
    }

    /// <summary>Reads the remaining samples as one waveform.</summary>
    /// <exception cref="AudioFormatException">The data is damaged, ends before the length in its header, or is too long for one array.</exception>
    public Waveform ReadToEnd() => ReadRest(CancellationToken.None);

    internal Waveform ReadRest(CancellationToken cancellationToken)
    {
        float[][] channels = WholeReading.Read(_samples, cancellationToken);
        Waveform waveform = new(SampleRate, channels) { Notes = Notes };
        Position += waveform.SampleCount;
        return waveform;
    }

    /// <summary>Closes the file and the decoder that <see cref="Open(string, AudioReadOptions?)"/> opened.</summary>
    public void Dispose() => _samples.Dispose();

    private Waveform? Block(float[][] channels, int count)
    {
        if (count == 0)
        {
            return null;
        }

        Position += count;
        return new Waveform(SampleRate, count == channels[0].Length ? channels : [.. channels.Select(c => c[..count])]);
    }
}
