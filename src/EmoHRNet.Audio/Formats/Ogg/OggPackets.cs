using System.Globalization;
using EmoHRNet.Audio.Formats.Packets;

namespace EmoHRNet.Audio.Formats.Ogg;

/// <summary>
/// The packets of the first stream with a supported codec in an Ogg file, and of the streams with the same codec that follow it (chained
/// files). Other streams are skipped; a note mentions those that could have been decoded.
/// </summary>
internal sealed class OggPackets : IPacketSource
{
    private readonly OggPages _pages;
    private readonly OggPage _page = new();
    private readonly GrowingBuffer _packet = new();
    private uint _serial;
    private uint _sequence;
    private int _segment;
    private int _position;
    private bool _starts;
    private bool _hasPage;
    private bool _sawEnd;
    private OggCodec? _passedOver;

    /// <summary>Reads up to the header of the stream.</summary>
    /// <exception cref="AudioFormatException">The file is damaged, or no stream has a supported codec and another decoder is tried.</exception>
    public OggPackets(ByteSource source)
    {
        _pages = new OggPages(source);
        List<string> others = [];
        while (_pages.TryRead(_page) && _page.BeginsStream)
        {
            if (OggCodecs.Identify(Content) is { } codec)
            {
                Codec = codec;
                Select();
                return;
            }

            others.Add(OggCodecs.Describe(Content));
        }

        throw new AudioFormatException(AudioFormatErrorKind.MissingDecoder, others.Count == 0 ? "Ogg without a stream" : $"Ogg with {string.Join(", ", others)}");
    }

    public OggCodec Codec { get; }

    public string Name => _pages.Name;

    public IEnumerable<string> Notes
    {
        get
        {
            if (_pages.StrayBytes > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{_pages.StrayBytes} bytes between the Ogg pages belong to no page and were skipped.");
            }

            if (!_sawEnd && !_hasPage)
            {
                yield return "The Ogg stream has no end mark; it was recorded from a running stream, or is incomplete.";
            }

            if (_passedOver is { } codec)
            {
                yield return $"The Ogg file has another stream ({codec}) beside or after the first one ({Codec}); it was not read.";
            }
        }
    }

    private ReadOnlySpan<byte> Content => _page.Bytes.AsSpan(_page.ContentStart, PageLength - _page.ContentStart);

    private int PageLength => OggPage.LengthOf(_page.Bytes) ?? 0;

    public bool TryRead(out MediaPacket packet)
    {
        _packet.Clear();
        bool starts = _starts;
        while (_hasPage || TryNextPage())
        {
            while (_segment < _page.SegmentCount)
            {
                int length = _page.SegmentLength(_segment++);
                _packet.Append(_page.Bytes.AsSpan(_position, length));
                _position += length;
                if (length < byte.MaxValue)
                {
                    packet = Finish(starts || _starts);
                    return true;
                }
            }

            _hasPage = false;
        }

        packet = default;
        return _packet.Length > 0 ? throw new AudioFormatException($"{Name}: the Ogg file ends inside a packet; it is truncated.") : false;
    }

    private MediaPacket Finish(bool starts)
    {
        bool endsPage = !CompletesMore();
        _starts = false;
        return new MediaPacket(_packet.Written)
        {
            Granule = _page.Granule >= 0 ? _page.Granule : null,
            EndsPage = endsPage,
            IsOnLastPage = _page.EndsStream,
            StartsStream = starts,
        };
    }

    /// <summary>Whether another packet ends on this page.</summary>
    private bool CompletesMore()
    {
        for (int i = _segment; i < _page.SegmentCount; i++)
        {
            if (_page.SegmentLength(i) < byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryNextPage()
    {
        while (_pages.TryRead(_page))
        {
            if (_page.Serial == _serial && !_page.BeginsStream)
            {
                TakePage();
                return true;
            }

            OggCodec? begun = _page.BeginsStream ? OggCodecs.Identify(Content) : null;
            if (_sawEnd && begun == Codec)
            {
                Select();
                return true;
            }

            _passedOver ??= begun;
        }

        return false;
    }

    private void Select()
    {
        (_serial, _sequence, _starts, _sawEnd) = (_page.Serial, _page.Sequence - 1, true, false);
        TakePage();
    }

    private void TakePage()
    {
        if (_page.Sequence != _sequence + 1)
        {
            throw new AudioFormatException($"{Name}: Ogg pages are missing between page {_sequence} and page {_page.Sequence}; the file is damaged.");
        }

        (_sequence, _segment, _position, _hasPage) = (_page.Sequence, 0, _page.ContentStart, true);
        _sawEnd |= _page.EndsStream;
    }
}
