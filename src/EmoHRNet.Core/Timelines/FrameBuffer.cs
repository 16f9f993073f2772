using EmoHRNet.Audio.Features;

namespace EmoHRNet.Timelines;

/// <summary>Buffers the frames of a stream that later windows still need.</summary>
internal sealed class FrameBuffer
{
    private readonly List<Spectrogram> _pieces = [];
    private long _first;

    /// <summary>The number of frames appended so far.</summary>
    public long End { get; private set; }

    public void Append(Spectrogram frames)
    {
        if (frames.FrameCount > 0)
        {
            _pieces.Add(frames);
            End += frames.FrameCount;
        }
    }

    /// <summary>Copies consecutive frames as one spectrogram.</summary>
    public Spectrogram Copy(long start, int count)
    {
        Spectrogram result = new(_pieces[0].ChannelCount, _pieces[0].BandCount, count);
        long pieceStart = _first;
        foreach (Spectrogram piece in _pieces)
        {
            long from = Math.Max(start, pieceStart);
            long to = Math.Min(start + count, pieceStart + piece.FrameCount);
            if (from < to)
            {
                CopyRows(piece, (int)(from - pieceStart), result, (int)(from - start), (int)(to - from));
            }

            pieceStart += piece.FrameCount;
        }

        return result;
    }

    /// <summary>Drops the blocks that lie completely before a frame.</summary>
    public void Forget(long before)
    {
        int count = 0;
        while (count < _pieces.Count && _first + _pieces[count].FrameCount <= before)
        {
            _first += _pieces[count++].FrameCount;
        }

        _pieces.RemoveRange(0, count);
    }

    private static void CopyRows(Spectrogram source, int from, Spectrogram target, int to, int count)
    {
        for (int channel = 0; channel < source.ChannelCount; channel++)
        {
            for (int band = 0; band < source.BandCount; band++)
            {
                source.Band(channel, band).Slice(from, count).CopyTo(target.Band(channel, band)[to..]);
            }
        }
    }
}
