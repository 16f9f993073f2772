using System.Globalization;

namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>The samples of a FLAC stream, checked against the stream's checksum.</summary>
internal sealed class FlacAudio : DecodedAudio
{
    private readonly ByteSource _source;
    private readonly FlacStreamInfo _info;
    private readonly FlacFrameReader _frames;
    private readonly FlacMd5? _md5;
    private readonly float _scale;
    private int _start;
    private int _count;
    private long _position;
    private bool _ended;

    /// <param name="source">The stream, at its first frame.</param>
    /// <param name="info">Its metadata.</param>
    public FlacAudio(ByteSource source, FlacStreamInfo info)
        : base(info.SampleRate, info.ChannelCount)
    {
        (_source, _info, _frames) = (source, info, new FlacFrameReader(source, info));
        _md5 = info.Md5 is null ? null : new FlacMd5(info);
        _scale = 1f / (1L << (info.Bits - 1));
    }

    public override int Read(Span<float> interleaved)
    {
        if (_start == _count && !NextFrame())
        {
            return 0;
        }

        int count = Math.Min(interleaved.Length / ChannelCount, _count - _start);
        for (int c = 0; c < ChannelCount; c++)
        {
            ReadOnlySpan<long> channel = _frames.Channel(c, _count).Slice(_start, count);
            for (int i = 0, j = c; i < channel.Length; i++, j += ChannelCount)
            {
                interleaved[j] = channel[i] * _scale;
            }
        }

        _start += count;
        return count * ChannelCount;
    }

    protected override void Dispose(bool disposing)
    {
        _md5?.Dispose();
        base.Dispose(disposing);
    }

    private bool NextFrame()
    {
        if (_ended)
        {
            return false;
        }

        (_start, _count) = (0, _frames.ReadFrame());
        _position += _count;
        _md5?.Add(_frames, _count);
        if (_count == 0)
        {
            _ended = true;
            CheckEnd();
        }

        return _count > 0;
    }

    private void CheckEnd()
    {
        if (_position < _info.SampleCount)
        {
            throw new AudioFormatException(
                $"{_source.Name}: the FLAC header promises {Seconds(_info.SampleCount.Value)} s and the file holds {Seconds(_position)} s; "
                + "it is truncated or damaged.");
        }

        if (_info.SampleCount is null && !_frames.IsAtEnd)
        {
            AddNote("The bytes after the last FLAC frame are not FLAC; they were skipped.");
        }

        if (_md5?.Matches() == false)
        {
            AddNote("The MD5 checksum of the FLAC file does not match its samples: they differ from the ones that were encoded.");
        }
    }

    private string Seconds(long samples) => ((double)samples / SampleRate).ToString("0.0##", CultureInfo.InvariantCulture);
}
