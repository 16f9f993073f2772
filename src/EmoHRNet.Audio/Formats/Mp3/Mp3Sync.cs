namespace EmoHRNet.Audio.Formats.Mp3;

/// <summary>Finds frames among other bytes: the eleven sync bits occur anywhere, but several frames in a row do not.</summary>
internal static class Mp3Sync
{
    private const int FramesToTrust = 3;

    /// <summary>Where the first frame starts, or null where there is none.</summary>
    /// <param name="bytes">The bytes; they may end in the middle of a frame.</param>
    public static int? Find(ReadOnlySpan<byte> bytes)
    {
        for (int start = 0; start + Mp3Header.Length <= bytes.Length; start++)
        {
            int next = bytes[start..].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return null;
            }

            start += next;
            if (CountFrames(bytes[start..]) >= (start == 0 ? FramesToTrust - 1 : FramesToTrust))
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>The number of consecutive frames, up to the trusted number; a file of whole frames is trusted, too.</summary>
    private static int CountFrames(ReadOnlySpan<byte> bytes)
    {
        Mp3Header? first = null;
        for (int count = 0; count < FramesToTrust; count++)
        {
            if (bytes.IsEmpty && count > 0)
            {
                return FramesToTrust;
            }

            if (Mp3Header.TryRead(bytes) is not { } header || !(first ??= header).Matches(header))
            {
                return count;
            }

            if (header.FrameLength > bytes.Length)
            {
                return count + 1;
            }

            bytes = bytes[header.FrameLength..];
        }

        return FramesToTrust;
    }
}
