using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>The packets of the first audio track of a WebM or Matroska file, read forwards; sizes, cues and durations may be missing.</summary>
internal sealed class MatroskaPackets : IPacketSource
{
    private const int MaximumElementLength = 16 * 1024 * 1024;
    private const int PieceLength = 64 * 1024;

    private readonly ByteSource _source;
    private readonly GrowingBuffer _element = new();
    private readonly List<Range> _frames = [];
    private int _frame;
    private ReadOnlyMemory<byte> _block;
    private long _discard;
    private long _promisedEnd;

    /// <summary>Reads up to the description of the tracks.</summary>
    /// <exception cref="AudioFormatException">The file is damaged, or its codec is not supported and another decoder is tried.</exception>
    public MatroskaPackets(ByteSource source)
    {
        _source = source;
        Track = FindTrack();
        if (Track.IsEncoded)
        {
            throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, "WebM or Matroska with blocks that are compressed or encrypted");
        }
    }

    /// <summary>The first audio track.</summary>
    public MatroskaTrack Track { get; }

    public string Name => _source.Name;

    public IEnumerable<string> Notes => [];

    public bool TryRead(out MediaPacket packet)
    {
        while (_frame == _frames.Count)
        {
            if (!TryReadBlock())
            {
                packet = default;
                return false;
            }
        }

        Range frame = _frames[_frame++];
        packet = new MediaPacket(_block[frame]) { DiscardNanoseconds = _frame == _frames.Count ? _discard : 0 };
        return true;
    }

    private MatroskaTrack FindTrack()
    {
        while (NextElement() is { } element)
        {
            if (element.Id == MatroskaId.Tracks)
            {
                List<MatroskaTrack> tracks = MatroskaTrack.ReadAll(ReadContent(element).Span);
                return tracks.Find(t => t.IsAudio)
                    ?? throw new AudioFormatException(AudioFormatErrorKind.UnknownFormat, $"{Name} has no audio track.");
            }

            if (element.Id == MatroskaId.Cluster)
            {
                break;
            }

            Pass(element);
        }

        throw new AudioFormatException($"{Name}: the WebM or Matroska file does not describe its tracks; it is truncated or damaged.");
    }

    /// <summary>Reads up to the next block of any track.</summary>
    private bool TryReadBlock()
    {
        (_frame, _discard) = (0, 0);
        _frames.Clear();
        while (NextElement() is { } element)
        {
            if (element.Id is MatroskaId.SimpleBlock or MatroskaId.BlockGroup)
            {
                _block = ReadContent(element);
                if (element.Id == MatroskaId.BlockGroup)
                {
                    OpenGroup();
                }

                if (!MatroskaBlock.TryFindFrames(_block.Span, Track.Number, _frames))
                {
                    throw Damaged();
                }

                return true;
            }

            Pass(element);
        }

        return false;
    }

    /// <summary>Finds the block in its group, and the padding to discard at its end.</summary>
    private void OpenGroup()
    {
        ReadOnlyMemory<byte> group = _block;
        _block = default;
        foreach (EbmlChild child in new EbmlChildren(group.Span))
        {
            if (child.Id == MatroskaId.Block)
            {
                group.Span.Overlaps(child.Content, out int start);
                _block = group.Slice(start, child.Content.Length);
            }
            else if (child.Id == MatroskaId.DiscardPadding)
            {
                _discard = Math.Max(0, child.Signed);
            }
        }
    }

    /// <summary>The next header, or null at the end of the file.</summary>
    private EbmlElement? NextElement()
    {
        ReadOnlySpan<byte> head = _source.Peek(EbmlElement.MaximumHeaderLength);
        if (head.IsEmpty)
        {
            return _source.Position >= _promisedEnd ? null : throw Truncated();
        }

        EbmlElement element = EbmlElement.TryRead(head) ?? throw (head.Length < EbmlElement.MaximumHeaderLength ? Truncated() : Damaged());
        _source.Skip(element.HeaderLength);
        return element;
    }

    /// <summary>Enters segments and clusters, and skips all other elements.</summary>
    private void Pass(EbmlElement element)
    {
        bool isEntered = element.Id is MatroskaId.Segment or MatroskaId.Cluster;
        if (element.Size is not { } size)
        {
            if (!isEntered)
            {
                throw Damaged();
            }

            return;
        }

        long end = size > long.MaxValue - _source.Position ? long.MaxValue : _source.Position + size;
        if (isEntered)
        {
            _promisedEnd = Math.Max(_promisedEnd, end);
            return;
        }

        _source.Skip(size);
        if (_source.Position < end)
        {
            throw Truncated();
        }
    }

    private ReadOnlyMemory<byte> ReadContent(EbmlElement element)
    {
        if (element.Size is not { } size || size > MaximumElementLength)
        {
            throw Damaged();
        }

        _element.Clear();
        while (_element.Length < size)
        {
            ReadOnlySpan<byte> piece = _source.Peek((int)Math.Min(size - _element.Length, PieceLength));
            if (piece.IsEmpty)
            {
                throw Truncated();
            }

            _element.Append(piece);
            _source.Skip(piece.Length);
        }

        return _element.Written;
    }

    private AudioFormatException Truncated() => new($"{Name}: the WebM or Matroska file ends in the middle; it is truncated.");

    private AudioFormatException Damaged() => new($"{Name}: the structure of the WebM or Matroska file is damaged.");
}
