namespace EmoHRNet.Audio.Formats;

/// <summary>Reads all samples into one array per channel, without trusting a stated length that cannot be checked.</summary>
internal static class WholeReading
{
    private const int BlockLength = 256 * 1024;

    /// <exception cref="AudioFormatException">There are more samples than an array can hold.</exception>
    public static float[][] Read(ISampleSource reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return reader.SampleCount is { } count ? ReadKnown(reader, count, cancellationToken) : ReadUnknown(reader, cancellationToken);
    }

    private static float[][] ReadKnown(ISampleSource reader, long sampleCount, CancellationToken cancellationToken)
    {
        if (sampleCount > Array.MaxLength)
        {
            throw TooLong();
        }

        float[][] channels = sampleCount == 0 ? Empty(reader) : reader.Allocate((int)sampleCount);
        int done = 0;
        while (done < channels[0].Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = reader.Read(channels, done, Math.Min(BlockLength, channels[0].Length - done));
            if (read == 0)
            {
                return [.. channels.Select(c => c[..done])];
            }

            done += read;
        }

        return channels;
    }

    private static float[][] ReadUnknown(ISampleSource reader, CancellationToken cancellationToken)
    {
        float[][] channels = Empty(reader);
        int done = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Grow(channels, done);
            int read = reader.Read(channels, done, channels[0].Length - done);
            done += read;
            if (done < channels[0].Length)
            {
                return [.. channels.Select(c => c[..done])];
            }
        }
    }

    /// <summary>Doubling keeps copies few, and memory within a small multiple of what was actually read.</summary>
    private static void Grow(float[][] channels, int done)
    {
        if (done == Array.MaxLength)
        {
            throw TooLong();
        }

        int length = done == 0 ? Math.Max(16, BlockLength / 64 / channels.Length) : (int)Math.Min(Array.MaxLength, 2L * done);
        for (int c = 0; c < channels.Length; c++)
        {
            float[] longer = GC.AllocateUninitializedArray<float>(length);
            channels[c].CopyTo(longer, 0);
            channels[c] = longer;
        }
    }

    private static float[][] Empty(ISampleSource reader) => [.. Enumerable.Repeat(Array.Empty<float>(), reader.Format.ChannelCount)];

    private static AudioFormatException TooLong() => new(
        AudioFormatErrorKind.TooLong,
        $"The audio has more than {Array.MaxLength} samples per channel; read it in blocks with {nameof(AudioReader)}.");
}
