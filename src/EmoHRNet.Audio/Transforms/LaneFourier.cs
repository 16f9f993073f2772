using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EmoHRNet.Audio.Transforms;

/// <summary>The power-of-two transform: a complex radix-4 FFT of half the size with a frame in every SIMD lane.</summary>
/// <remarks>
/// Even samples are the real parts and odd samples the imaginary parts of N/2 complex values (Numerical Recipes, section 12.3). Tiered
/// compilation is off for the loops: it would make the first predictions a hundred times slower. The passes decimate in frequency and leave
/// the values in bit-reversed order; the last step reads them in that order, so nothing is permuted.
/// </remarks>
internal sealed class LaneFourier : FrameTransform
{
    private readonly int[] _positions;
    private readonly (float Cosine, float Sine)[] _roots;

    /// <param name="size">A power of two, at least 2.</param>
    public LaneFourier(int size)
        : base(size)
    {
        int bits = BitOperations.Log2((uint)size / 2);
        _positions = [.. Enumerable.Range(0, size / 2).Select(i => Reverse(i, bits))];
        _roots = [.. Enumerable.Range(0, size).Select(i => Root((double)i / size))];
    }

    public override void PowerSpectra(Span<Vector<float>> frames, Span<Vector<float>> power)
    {
        Span<ComplexLanes> z = MemoryMarshal.Cast<Vector<float>, ComplexLanes>(frames[..Size]);
        int length = z.Length;
        for (; length >= 4; length /= 4)
        {
            SplitInFour(z, length / 4);
        }

        if (length == 2)
        {
            SplitInTwo(z);
        }

        Separate(z, power[..BinCount]);
    }

    /// <summary>Splits each transform of 4 · <paramref name="quarter"/> values into four: two radix-2 passes in one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SplitInFour(Span<ComplexLanes> z, int quarter)
    {
        int step = Size / (4 * quarter);
        for (int j = 0; j < quarter; j++)
        {
            ComplexLanes first = Broadcast(j * step);
            ComplexLanes second = Broadcast(2 * j * step);
            ComplexLanes third = Broadcast(3 * j * step);
            for (int i = j; i + (3 * quarter) < z.Length; i += 4 * quarter)
            {
                ComplexLanes a = z[i];
                ComplexLanes b = z[i + quarter];
                ComplexLanes c = z[i + (2 * quarter)];
                ComplexLanes d = z[i + (3 * quarter)];
                ComplexLanes outer = a - c;
                ComplexLanes inner = (b - d).TimesMinusI;
                z[i] = a + c + (b + d);
                z[i + quarter] = (a + c - (b + d)) * second;
                z[i + (2 * quarter)] = (outer + inner) * first;
                z[i + (3 * quarter)] = (outer - inner) * third;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SplitInTwo(Span<ComplexLanes> z)
    {
        for (int i = 0; i + 1 < z.Length; i += 2)
        {
            (z[i], z[i + 1]) = (z[i] + z[i + 1], z[i] - z[i + 1]);
        }
    }

    /// <summary>Separates the spectra of the even and odd samples, joins them to the real spectrum, and squares.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Separate(ReadOnlySpan<ComplexLanes> z, Span<Vector<float>> power)
    {
        Vector<float> first = z[0].Re + z[0].Im;
        Vector<float> last = z[0].Re - z[0].Im;
        power[0] = first * first;
        power[z.Length] = last * last;
        for (int k = 1; k <= z.Length / 2; k++)
        {
            ComplexLanes value = z[_positions[k]];
            ComplexLanes mirrored = z[_positions[z.Length - k]].Conjugate;
            ComplexLanes even = value + mirrored;
            ComplexLanes odd = (value - mirrored).TimesMinusI * Broadcast(k);
            power[k] = (even + odd).SquaredMagnitude * 0.25f;
            power[z.Length - k] = (even - odd).SquaredMagnitude * 0.25f;
        }
    }

    private ComplexLanes Broadcast(int index) => new(new Vector<float>(_roots[index].Cosine), new Vector<float>(_roots[index].Sine));

    private static (float Cosine, float Sine) Root(double turns)
    {
        (double sine, double cosine) = Math.SinCos(-2 * Math.PI * turns);
        return ((float)cosine, (float)sine);
    }

    private static int Reverse(int value, int bits)
    {
        int reversed = 0;
        for (int i = 0; i < bits; i++)
        {
            reversed = (reversed << 1) | ((value >> i) & 1);
        }

        return reversed;
    }
}
