using System.Buffers;
using System.Globalization;

namespace EmoHRNet.Audio.Formats;

/// <summary>Takes samples from a decoder, splits them into channels, and handles damage.</summary>
internal sealed class DecodedSamples : ISampleSource
{
    private const int BlockLength = 4096;

    private readonly DecodedAudio _decoded;
    private readonly IDisposable _content;
    private readonly string _name;
    private readonly bool _allowTruncated;
    private readonly List<string> _ownNotes = [];
    private float[]? _block;
    private int _blockStart;
    private int _blockEnd;
    private long _position;
    private bool _ended;

    /// <param name="decoded">The decoder; disposed with this object.</param>
    /// <param name="container">The name of the format.</param>
    /// <param name="content">The content that the decoder reads; disposed with this object.</param>
    /// <param name="name">The name of the audio in messages.</param>
    /// <param name="allowTruncated">Whether damaged audio is read up to the damage, instead of refused.</param>
    public DecodedSamples(DecodedAudio decoded, string container, IDisposable content, string name, bool allowTruncated)
    {
        (_decoded, Container, _content, _name, _allowTruncated) = (decoded, container, content, name, allowTruncated);
        Format = new RawAudioFormat { SampleRate = decoded.SampleRate, ChannelCount = decoded.ChannelCount, Encoding = SampleEncoding.Ieee32 };
        _block = ArrayPool<float>.Shared.Rent(Math.Max(BlockLength, decoded.ChannelCount));
    }

    public string Container { get; }

    public RawAudioFormat Format { get; }

    public long? SampleCount => null;

    public IReadOnlyList<string> Notes => [.. _decoded.Notes, .. _ownNotes];

    public float[][] Allocate(int sampleCount)
    {
        float[][] channels = new float[Format.ChannelCount][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = GC.AllocateUninitializedArray<float>(sampleCount);
        }

        return channels;
    }

    public int Read(float[][] channels, int offset, int count)
    {
        int done = 0;
        while (done < count && (_blockStart < _blockEnd || Refill()))
        {
            int frames = Math.Min(count - done, (_blockEnd - _blockStart) / Format.ChannelCount);
            int length = frames * Format.ChannelCount;
            Deinterleaver.Split(_block.AsSpan(_blockStart, length), channels, offset + done);
            _blockStart += length;
            done += frames;
        }

        return done;
    }

    public async ValueTask<int> ReadAsync(float[][] channels, int count, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(_decoded.Cancel);
        try
        {
            int read = await Task.Run(() => Read(channels, 0, count), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return read;
        }
        catch (AudioFormatException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public void Dispose()
    {
        if (_block is not null)
        {
            ArrayPool<float>.Shared.Return(_block);
            _block = null;
            _decoded.Dispose();
            _content.Dispose();
        }
    }

    private bool Refill()
    {
        ObjectDisposedException.ThrowIf(_block is null, typeof(AudioReader));
        if (_ended)
        {
            return false;
        }

        int room = _block.Length - (_block.Length % Format.ChannelCount);
        (_blockStart, _blockEnd) = (0, Decode(_block.AsSpan(0, room)));
        _position += _blockEnd / Format.ChannelCount;
        _ended = _blockEnd == 0;
        return _ended && _position == 0
            ? throw new AudioFormatException($"{_name}: the {Container} content is damaged or empty: no samples could be decoded.")
            : !_ended;
    }

    private int Decode(Span<float> block)
    {
        try
        {
            return _decoded.Read(block);
        }
        catch (AudioFormatException exception) when (exception.Kind == AudioFormatErrorKind.Damaged && _allowTruncated && _position > 0)
        {
            string seconds = ((double)_position / Format.SampleRate).ToString("0.0##", CultureInfo.InvariantCulture);
            _ownNotes.Add($"{WithoutName(exception.Message)} {seconds} s were read.");
            return 0;
        }
        catch (AudioFormatException exception) when (exception.Kind == AudioFormatErrorKind.Damaged && !_allowTruncated && _position > 0)
        {
            throw new AudioFormatException($"{exception.Message} {AudioReadOptions.TruncationHint}", exception);
        }
    }

    /// <summary>Removes the recording's name: a note is shown beside its recording, perhaps under another name.</summary>
    private string WithoutName(string message)
    {
        string text = message.StartsWith(_name + ": ", StringComparison.Ordinal) ? message[(_name.Length + 2)..] : message;
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
