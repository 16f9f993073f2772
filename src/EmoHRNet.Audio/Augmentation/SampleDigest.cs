using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Identifies recordings by a hash of their samples, so that descriptions of different recordings differ.</summary>
internal static class SampleDigest
{
    private const int Bytes = 8;

    /// <summary>The beginning of the SHA-256 hash of all samples and lengths, in hexadecimal.</summary>
    public static string Of(IEnumerable<float[]> recordings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (float[] recording in recordings)
        {
            hash.AppendData(BitConverter.GetBytes(recording.Length));
            hash.AppendData(MemoryMarshal.AsBytes<float>(recording));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset()[..Bytes]);
    }
}
