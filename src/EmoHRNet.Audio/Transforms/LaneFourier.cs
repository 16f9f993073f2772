using System.Numerics;

namespace EmoHRNet.Audio.Transforms;

/// <summary>The power-of-two transform: a complex radix-2 FFT of half the size with a frame in every SIMD lane.</summary>
/// <remarks>
/// Even samples are the real parts and odd samples the imaginary parts of N/2 complex values (Numerical Recipes, section 12.3).
/// Callers place samples in bit-reversed order while they gather the frames, so the transform itself permutes nothing.
/// </remarks>
internal sealed class LaneFourier : FrameTransform
{
    private readonly int[] _slots;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <param name="size">A power of two, at least 2.</param>
    public LaneFourier(int size)
        : base(size)
    {
        int half = size / 2;
        _slots = new int[size];
        _cosines = new float[half];
        _sines = new float[half];
        int bits = BitOperations.Log2((uint)half);
        for (int k = 0; k < half; k++)
        {
            int reversed = Reverse(k, bits);
            _slots[2 * k] = 2 * reversed;
            _slots[(2 * k) + 1] = (2 * reversed) + 1;
            (double sine, double cosine) = Math.SinCos(-2 * Math.PI * k / size);
            (_sines[k], _cosines[k]) = ((float)sine, (float)cosine);
        }
    }

    public override int Slot(int sample) => _slots[sample];

    public override void PowerSpectra(Span<Vector<float>> frames, Span<Vector<float>> power)
    {
        frames = frames[..Size];
        for (int half = 1; half < Size / 2; half *= 2)
        {
            Butterflies(frames, half);
        }

        Split(frames, power[..BinCount]);
    }

    /// <summary>One pass: joins neighbouring spectra of <paramref name="half"/> values into spectra of twice as many.</summary>
    private void Butterflies(Span<Vector<float>> z, int half)
    {
        int twiddleStep = Size / 2 / half;
        for (int j = 0; j < half; j++)
        {
            Vector<float> cosine = new(_cosines[j * twiddleStep]);
            Vector<float> sine = new(_sines[j * twiddleStep]);
            for (int upper = 2 * j; upper < z.Length; upper += 4 * half)
            {
                int lower = upper + (2 * half);
                Vector<float> re = (z[lower] * cosine) - (z[lower + 1] * sine);
                Vector<float> im = (z[lower] * sine) + (z[lower + 1] * cosine);
                z[lower] = z[upper] - re;
                z[lower + 1] = z[upper + 1] - im;
                z[upper] += re;
                z[upper + 1] += im;
            }
        }
    }

    /// <summary>Separates the spectra of the even and odd samples, joins them, and squares.</summary>
    private void Split(ReadOnlySpan<Vector<float>> z, Span<Vector<float>> power)
    {
        int half = Size / 2;
        Vector<float> first = z[0] + z[1];
        Vector<float> last = z[0] - z[1];
        power[0] = first * first;
        power[half] = last * last;
        Vector<float> quarter = new(0.25f);
        for (int k = 1; k <= half / 2; k++)
        {
            int mirror = 2 * (half - k);
            Vector<float> evenRe = z[2 * k] + z[mirror];
            Vector<float> evenIm = z[(2 * k) + 1] - z[mirror + 1];
            Vector<float> oddRe = z[(2 * k) + 1] + z[mirror + 1];
            Vector<float> oddIm = z[mirror] - z[2 * k];
            Vector<float> re = (oddRe * _cosines[k]) - (oddIm * _sines[k]);
            Vector<float> im = (oddRe * _sines[k]) + (oddIm * _cosines[k]);
            power[k] = quarter * (Square(evenRe + re) + Square(evenIm + im));
            power[half - k] = quarter * (Square(evenRe - re) + Square(evenIm - im));
        }
    }

    private static Vector<float> Square(Vector<float> x) => x * x;

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
