namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Reads frames in sequence, and skips tags and stray bytes.</summary>
internal sealed class Mp3Frames
{
    private const int WindowLength = 4096;

    /// <summary>Editors and servers leave a few stray bytes; more of them are lost audio.</summary>
    private const int MaximumStrayLength = 4096;

    private readonly ByteSource _source;
    private int _stretch;
    private bool _inStep;

    /// <exception cref="AudioFormatException">There is no frame.</exception>
    public Mp3Frames(AudioContent content)
    {
        _source = ByteSource.For(content);
        while (!_inStep && TryAlign())
        {
        }

        First = _inStep
            ? Mp3Header.TryRead(_source.Peek(Mp3Header.Length))!.Value
            : throw new AudioFormatException($"{Name}: no MP3 frame was found.");
    }

    public string Name => _source.Name;

    /// <summary>The header of the first frame.</summary>
    public Mp3Header First { get; }

    /// <summary>The number of bytes in frames so far.</summary>
    public long FrameBytes { get; private set; }

    /// <summary>The number of skipped bytes that are neither frames nor tags.</summary>
    public long StrayBytes { get; private set; }

    /// <summary>Whether the stream ended inside a frame.</summary>
    public bool EndedInFrame { get; private set; }

    /// <summary>The next frame, header included, or an empty span at the end. Valid until the next call.</summary>
    /// <exception cref="AudioFormatException">Too much of the stream is not MP3, or its sample rate changes.</exception>
    public ReadOnlySpan<byte> Next(out Mp3Header header)
    {
        while (true)
        {
            if (Mp3Header.TryRead(_source.Peek(Mp3Header.Length)) is { } found && (_inStep || IsTrusted()))
            {
                header = found;
                if (found.Matches(First))
                {
                    return Take(found);
                }

                RefuseChange(found);
            }

            if (!TryAlign())
            {
                header = default;
                return [];
            }
        }
    }

    private ReadOnlySpan<byte> Take(Mp3Header header)
    {
        int length = header.FrameLength;
        if (_source.Peek(length).Length < length)
        {
            EndedInFrame = true;
            _source.Skip(length);
            return [];
        }

        (_inStep, _stretch) = (true, 0);
        FrameBytes += length;
        ReadOnlySpan<byte> frame = _source.Peek(length);
        _source.Skip(length);
        return frame;
    }

    private bool IsTrusted() => Mp3Sync.Find(_source.Peek(WindowLength)) == 0;

    /// <summary>A stray header may state another sample rate; a real change is one that several frames in a row confirm.</summary>
    private void RefuseChange(Mp3Header header)
    {
        if (IsTrusted() && header.SampleRate != First.SampleRate)
        {
            throw new AudioFormatException(
                $"{Name}: the sample rate changes from {First.SampleRate} to {header.SampleRate} Hz midway; split the file there.");
        }

        _inStep = false;
        PassStray(1);
    }

    /// <summary>Skips a tag, or moves to the next frame.</summary>
    /// <returns>False at the end.</returns>
    private bool TryAlign()
    {
        _inStep = false;
        if (Mp3Tag.Length(_source.Peek(Mp3Tag.HeadLength)) is { } tag)
        {
            _source.Skip(tag);
            return true;
        }

        ReadOnlySpan<byte> window = _source.Peek(WindowLength);
        if (window.Length < Mp3Header.Length)
        {
            PassStray(window.Length);
            return false;
        }

        int? start = Mp3Sync.Find(window);
        int tagStart = window.IndexOf("TAG"u8) is > 0 and int id3 ? id3 : window.Length;
        _inStep = start is not null && start < tagStart;
        PassStray(_inStep ? start!.Value : tagStart < window.Length ? tagStart : window.Length - Mp3Header.Length + 1);
        return true;
    }

    private void PassStray(int count)
    {
        _source.Skip(count);
        StrayBytes += count;
        _stretch += count;
        if (_stretch > MaximumStrayLength)
        {
            throw new AudioFormatException($"{Name}: more than {MaximumStrayLength} bytes in a row are not MP3; the file is damaged.");
        }
    }
}
