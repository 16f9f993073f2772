namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Reads lengths in Xiph lacing: the sum of bytes of 255 and the first smaller one.</summary>
internal static class XiphLacing
{
    /// <returns>False where the bytes end too early.</returns>
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
