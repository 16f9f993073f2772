namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>The samples of a WAV file in ADPCM or GSM, block by block.</summary>
internal sealed class BlockAudio : DecodedAudio
{
    private readonly ByteSource _source;
    private readonly DataBytes _data;
    private readonly AudioHeader _header;
    private readonly IBlockCode _code;
    private readonly byte[] _block;
    private readonly short[] _samples;
    private long _bytesRead;
    private int _start;
    private int _end;

    /// <param name="source">The file, at its first block.</param>
    /// <param name="header">Its header.</param>
    /// <param name="blocks">How blocks are coded.</param>
    public BlockAudio(ByteSource source, AudioHeader header, BlockCoding blocks)
        : base(header.Format.SampleRate, header.Format.ChannelCount)
    {
        (_source, _header) = (source, header);
        _data = new DataBytes(source, header);
        _code = blocks.Kind switch
        {
            BlockCodingKind.ImaAdpcm => new ImaAdpcmCode(source.Name, ChannelCount),
            BlockCodingKind.MicrosoftAdpcm => new MicrosoftAdpcmCode(source.Name, ChannelCount, blocks.Coefficients),
            BlockCodingKind.Gsm610 => new GsmCode(),
            _ => throw new ArgumentOutOfRangeException(nameof(blocks), blocks.Kind, "Not a block code."),
        };
        _block = new byte[blocks.BlockLength];
        _samples = new short[blocks.SamplesPerBlock * ChannelCount];
        foreach (string note in header.Notes)
        {
            AddNote(note);
        }
    }

    public override int Read(Span<float> interleaved)
    {
        int done = 0;
        while (done < interleaved.Length && (_start < _end || (done == 0 && NextBlock())))
        {
            int count = Math.Min(interleaved.Length - done, _end - _start);
            IntegerSamples.FromInt16(_samples.AsSpan(_start, count), interleaved[done..]);
            _start += count;
            done += count;
        }

        return done;
    }

    private bool NextBlock()
    {
        long left = (_header.Parts is null ? _header.DataLength ?? long.MaxValue : long.MaxValue) - _bytesRead;
        int wanted = (int)Math.Min(_block.Length, left);
        bool hadSeveral = _data.HasSeveral;
        int read = _data.Read(_block.AsSpan(0, wanted));
        if (_data.HasSeveral && !hadSeveral && !_source.CanSeek)
        {
            AddNote(WavDataParts.Note);
        }

        _bytesRead += read;
        (_start, _end) = (0, _code.Decode(_block.AsSpan(0, read), _samples) * ChannelCount);
        if (_end == 0 && read < wanted && !_data.IsComplete && _header.DataLength is not null)
        {
            AudioHeader promised = _header with { DataLength = _data.Promised ?? _header.DataLength };
            AddNote(Truncation.IsMiscount(promised, _bytesRead)
                ? Truncation.MiscountNote(promised, _bytesRead)
                : throw new AudioFormatException(Truncation.Describe(_source.Name, promised, _bytesRead)));
        }

        return _end > 0;
    }
}
