namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Lengths in the manner of Ogg: bytes of 255 are added up until a smaller one.</summary>
internal static class XiphLacing
{
    /// <returns>False where the bytes end before.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int position, out int length)
    {
        length = 0;
        while (position < bytes.Length)
        {
            byte next = bytes[position++];
            length += next;
            if (next < byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }
}
