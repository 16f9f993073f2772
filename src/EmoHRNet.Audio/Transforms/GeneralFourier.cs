using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace EmoHRNet.Audio.Transforms;

/// <summary>A transform of any size, by MathNet.Numerics (Bluestein's algorithm where the size is not a power of two).</summary>
internal sealed class GeneralFourier : FrameTransform
{
    /// <param name="size">The number of samples of a frame, at least 1.</param>
    public GeneralFourier(int size)
        : base(size)
    {
    }

    public override void PowerSpectra(Span<Vector<float>> frames, Span<Vector<float>> power)
    {
        Complex[] values = new Complex[Size];
        for (int lane = 0; lane < Lanes; lane++)
        {
            for (int k = 0; k < Size; k++)
            {
                values[k] = frames[k][lane];
            }

            Fourier.Forward(values, FourierOptions.NoScaling);
            for (int k = 0; k < BinCount; k++)
            {
                power[k] = power[k].WithElement(lane, (float)values[k].MagnitudeSquared());
            }
        }
    }
}
