using EmoHRNet.Audio.Formats.BlockCodes;

namespace EmoHRNet.Audio.Formats.Opening;

/// <summary>Tries decoders in order until one reads the content.</summary>
internal sealed class Attempts(ByteSource source, AudioReadOptions options)
{
    private const int HeaderHeadLength = 16;

    private string? _found;

    /// <summary>The format that the content was recognized as, for messages.</summary>
    public FoundFormat Found => _found is null ? FoundFormat.Of(source.Peek(HeaderHeadLength)) : new FoundFormat(_found, IsKnown: true);

    /// <summary>The samples; or null, with the source back at its start, where no decoder supports the content.</summary>
    public ISampleSource? TryAll()
    {
        foreach (IAudioDecoder decoder in options.Decoders)
        {
            if (Try(decoder) is { } samples)
            {
                return samples;
            }
        }

        return TryHeader() ?? BuiltInDecoders.All.Select(Try).FirstOrDefault(samples => samples is not null);
    }

    private DecodedSamples? Try(IAudioDecoder decoder)
    {
        if (!decoder.Recognizes(source.Peek(IAudioDecoder.HeadLength)))
        {
            return null;
        }

        try
        {
            DecodedAudio decoded = decoder.Open(new AudioContent(new ByteSourceStream(source), source.Name));
            source.StopKeeping();
            return new DecodedSamples(decoded, decoder.Name, source, source.Name, options.AllowTruncated);
        }
        catch (AudioFormatException exception) when (exception.Kind == AudioFormatErrorKind.MissingDecoder)
        {
            GoBack(exception.Message);
            return null;
        }
    }

    private ISampleSource? TryHeader()
    {
        try
        {
            if (ReadHeader() is not { } header)
            {
                return null;
            }

            source.StopKeeping();
            return header.Blocks is { } blocks
                ? new DecodedSamples(new BlockAudio(source, header, blocks), header.Container, source, source.Name, options.AllowTruncated)
                : new SampleReader(source, header, options.AllowTruncated);
        }
        catch (UnsupportedEncodingException exception)
        {
            GoBack(exception.Message);
            return null;
        }
    }

    private AudioHeader? ReadHeader()
    {
        ReadOnlySpan<byte> head = source.Peek(HeaderHeadLength);
        if (WavHeader.Recognizes(head))
        {
            return WavHeader.Read(source);
        }

        return AiffHeader.Recognizes(head) ? AiffHeader.Read(source) : null;
    }

    private void GoBack(string found)
    {
        _found = found;
        source.Rewind(found);
    }
}
