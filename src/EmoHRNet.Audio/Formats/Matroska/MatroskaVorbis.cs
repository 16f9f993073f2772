namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Splits the three headers of Vorbis as stored in Matroska: a count, two lengths in Xiph lacing, then the headers.</summary>
internal static class MatroskaVorbis
{
    private const int HeaderCount = 3;

    /// <exception cref="AudioFormatException">The lengths do not match the data.</exception>
    public static byte[][] SplitHeaders(string name, ReadOnlySpan<byte> content)
    {
        int position = 1;
        if (content.Length > 1 && content[0] == HeaderCount - 1
            && XiphLacing.TryRead(content, ref position, out int first) && XiphLacing.TryRead(content, ref position, out int second)
            && (long)position + first + second <= content.Length)
        {
            ReadOnlySpan<byte> headers = content[position..];
            return [headers[..first].ToArray(), headers.Slice(first, second).ToArray(), headers[(first + second)..].ToArray()];
        }

        throw new AudioFormatException($"{name}: the Vorbis headers of the WebM or Matroska file are damaged.");
    }
}
