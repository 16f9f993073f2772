using System.Globalization;

namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Counts frames, and decides at the end whether the stream was complete.</summary>
internal sealed class Mp3End(Mp3Frames frames, XingHeader? xing)
{
    private const int MaximumDamagedCount = 3;
    private const int DamagedShare = 50;

    private long _count;
    private long _damagedCount;

    public void CountFrame() => _count++;

    /// <exception cref="AudioFormatException">Too many frames are damaged.</exception>
    public void CountDamagedFrame()
    {
        _damagedCount++;
        if (_damagedCount > MaximumDamagedCount + (_count / DamagedShare))
        {
            throw new AudioFormatException($"{frames.Name}: {_damagedCount} of {_count + 1} MP3 frames cannot be decoded; the file is damaged.");
        }
    }

    /// <summary>Notes about the stream.</summary>
    /// <exception cref="AudioFormatException">The stream is truncated.</exception>
    public IEnumerable<string> Check()
    {
        List<string> notes = [];
        if (_damagedCount > 0)
        {
            notes.Add(Text($"{_damagedCount} of {_count} MP3 frames cannot be decoded; silence replaces them."));
        }

        if (frames.StrayBytes > 0)
        {
            notes.Add(Text($"{frames.StrayBytes} bytes between the MP3 frames are not audio and were skipped."));
        }

        CheckLength(notes);
        return notes;
    }

    private void CheckLength(List<string> notes)
    {
        bool isComplete = xing?.FrameCount is { } stated && _count >= stated;
        bool lacksBytes = xing?.ByteCount is { } bytes && bytes > frames.FrameBytes;
        if (!isComplete && (frames.EndedInFrame || (lacksBytes && xing?.FrameCount is not null)))
        {
            string promise = xing?.FrameCount is { } promised ? $" after {Text($"{_count}")} of {Text($"{promised}")} frames" : "";
            throw new AudioFormatException($"{frames.Name}: the MP3 stream ends in the middle{promise}; it is truncated.");
        }

        if (xing?.FrameCount is { } count && count != _count)
        {
            notes.Add(Text($"The header counts {count} MP3 frames and there are {_count}; all of them were read."));
        }
        else if (frames.EndedInFrame)
        {
            notes.Add("The last MP3 frame is followed by the beginning of another, which was skipped.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
