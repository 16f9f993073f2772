using System.Globalization;
using NLayer;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>The samples of an MP3 stream, without the encoder's delay and padding.</summary>
internal sealed class Mp3Audio : DecodedAudio
{
    /// <summary>The delay in samples of every layer III decoder.</summary>
    private const int DecoderDelay = 529;

    private const int MaximumFrameLength = 2 * 1152;

    private readonly Mp3Frames _frames;
    private readonly MpegFrameDecoder _decoder = new();
    private readonly Mp3Frame _frame = new();
    private readonly float[] _samples = new float[MaximumFrameLength];
    private readonly Mp3Trim _trim;
    private readonly Mp3End _end;
    private int _start;
    private int _stop;
    private bool _ended;

    /// <param name="frames">The frames, starting with the first one.</param>
    public Mp3Audio(Mp3Frames frames)
        : base(frames.First.SampleRate, frames.First.ChannelCount)
    {
        _frames = frames;
        ReadOnlySpan<byte> first = frames.Next(out Mp3Header header);
        XingHeader? xing = XingHeader.TryRead(header, first);
        _trim = Mp3Trim.Of(xing, header.SampleCount, DecoderDelay);
        _end = new Mp3End(frames, xing);
        if (xing is null && !first.IsEmpty)
        {
            Decode(header, first);
        }
    }

    public override int Read(Span<float> interleaved)
    {
        int done = 0;
        while (done < interleaved.Length && (_start < _stop || (done == 0 && NextFrame())))
        {
            int count = Math.Min(interleaved.Length - done, _stop - _start);
            _samples.AsSpan(_start, count).CopyTo(interleaved[done..]);
            _start += count;
            done += count;
        }

        if (done == 0 && !_ended)
        {
            _ended = true;
            foreach (string note in _end.Check())
            {
                AddNote(note);
            }
        }

        return done;
    }

    /// <summary>Decodes up to the next frame that yields samples.</summary>
    private bool NextFrame()
    {
        while (!_ended && _frames.Next(out Mp3Header header) is { IsEmpty: false } frame)
        {
            Decode(header, frame);
            if (_start < _stop)
            {
                return true;
            }
        }

        return false;
    }

    private void Decode(Mp3Header header, ReadOnlySpan<byte> bytes)
    {
        _frame.Load(header, bytes);
        int wanted = header.SampleCount * header.ChannelCount;
        int decoded = 0;
        try
        {
            decoded = _decoder.DecodeFrame(_frame, _samples, 0);
        }
        catch (Exception exception) when (ForeignFailure.IsDamage(exception))
        {
            _end.CountDamagedFrame();
        }

        // The first frames of a cut stream refer to bytes that were cut off; silence replaces them.
        _samples.AsSpan(decoded, wanted - decoded).Clear();
        _end.CountFrame();
        Mix(header.ChannelCount, header.SampleCount);
        (int start, int stop) = _trim.Next(header.SampleCount);
        (_start, _stop) = (start * ChannelCount, stop * ChannelCount);
    }

    /// <summary>Joined streams may change from mono to stereo; the first frame decides the number of channels.</summary>
    private void Mix(int channelCount, int sampleCount)
    {
        if (channelCount == ChannelCount)
        {
            return;
        }

        AddNote(string.Create(CultureInfo.InvariantCulture, $"The number of channels changes midway; all samples were converted to the first number, {ChannelCount}."));
        if (channelCount == 2)
        {
            for (int i = 0; i < sampleCount; i++)
            {
                _samples[i] = 0.5f * (_samples[2 * i] + _samples[(2 * i) + 1]);
            }

            return;
        }

        for (int i = sampleCount - 1; i >= 0; i--)
        {
            _samples[2 * i] = _samples[(2 * i) + 1] = _samples[i];
        }
    }
}
