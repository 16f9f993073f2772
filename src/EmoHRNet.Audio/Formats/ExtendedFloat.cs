using System.Buffers.Binary;

namespace EmoHRNet.Audio.Formats;

/// <summary>Reads 80-bit extended floating-point numbers, the type of AIFF's sample rate.</summary>
internal static class ExtendedFloat
{
    private const int ExponentBias = 16_383;
    private const int MantissaBits = 63;

    /// <summary>Reads a big-endian number of 10 bytes: sign and 15-bit exponent, then a 64-bit mantissa with an explicit leading one.</summary>
    public static double Read(ReadOnlySpan<byte> bytes)
    {
        int signAndExponent = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        ulong mantissa = BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]);
        int exponent = signAndExponent & 0x7FFF;
        double magnitude = (exponent, mantissa) switch
        {
            (_, 0) when exponent != 0x7FFF => 0,
            (0x7FFF, _) => double.NaN,
            _ => Math.ScaleB(mantissa, exponent - ExponentBias - MantissaBits),
        };
        return (signAndExponent & 0x8000) == 0 ? magnitude : -magnitude;
    }
}
