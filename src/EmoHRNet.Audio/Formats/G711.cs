namespace EmoHRNet.Audio.Formats;

/// <summary>ITU-T G.711: tables from 8-bit A-law and mu-law codes to samples in [-1, 1].</summary>
internal static class G711
{
    public static float[] ALaw { get; } = Table(DecodeALaw);

    public static float[] MuLaw { get; } = Table(DecodeMuLaw);

    private static float[] Table(Func<int, int> decode) => [.. Enumerable.Range(0, 256).Select(code => decode(code) * IntegerSamples.Scale16)];

    private static int DecodeALaw(int code)
    {
        code ^= 0x55;
        int segment = (code >> 4) & 7;
        int magnitude = ((code & 0x0F) << 4) + 8;
        if (segment > 0)
        {
            magnitude = (magnitude + 0x100) << (segment - 1);
        }

        return (code & 0x80) != 0 ? magnitude : -magnitude;
    }

    private static int DecodeMuLaw(int code)
    {
        const int Bias = 0x84;
        code = ~code & 0xFF;
        int magnitude = ((((code & 0x0F) << 3) + Bias) << ((code >> 4) & 7)) - Bias;
        return (code & 0x80) != 0 ? -magnitude : magnitude;
    }
}
