namespace EmoHRNet.Audio.Formats;

/// <summary>ITU-T G.711: encodes samples in [-1, 1] to the nearest of the 8-bit codes that <see cref="G711"/> decodes.</summary>
internal static class G711Encoder
{
    private static readonly (float[] Values, byte[] Codes) MuLawOrder = Order(G711.MuLaw);
    private static readonly (float[] Values, byte[] Codes) ALawOrder = Order(G711.ALaw);

    /// <summary>The mu-law code of a sample.</summary>
    public static byte MuLaw(float sample) => Nearest(MuLawOrder, sample);

    /// <summary>The A-law code of a sample.</summary>
    public static byte ALaw(float sample) => Nearest(ALawOrder, sample);

    private static (float[] Values, byte[] Codes) Order(float[] table)
    {
        byte[] codes = [.. Enumerable.Range(0, table.Length).OrderBy(code => table[code]).Select(code => (byte)code)];
        return ([.. codes.Select(code => table[code])], codes);
    }

    private static byte Nearest((float[] Values, byte[] Codes) order, float sample)
    {
        int found = Array.BinarySearch(order.Values, sample);
        if (found < 0)
        {
            int above = Math.Min(~found, order.Values.Length - 1);
            int below = Math.Max(above - 1, 0);
            found = sample - order.Values[below] <= order.Values[above] - sample ? below : above;
        }

        return order.Codes[found];
    }
}
