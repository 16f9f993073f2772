using System.Numerics;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Tests.Transforms;

public sealed class FrameTransformTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(100)]
    [InlineData(441)]
    public void PowerSpectra_RandomFrames_EqualTheDefinition(int size)
    {
        FrameTransform transform = FrameTransform.Create(size);
        float[][] frames = [.. Enumerable.Range(0, FrameTransform.Lanes).Select(lane => Noise(size, seed: lane))];
        Vector<float>[] power = PowerSpectra(transform, frames);
        for (int lane = 0; lane < frames.Length; lane++)
        {
            double energy = frames[lane].Sum(x => (double)x * x) * size;
            for (int bin = 0; bin < transform.BinCount; bin++)
            {
                Assert.Equal(Power(frames[lane], bin), power[bin][lane], 2e-6 * energy);
            }
        }
    }

    [Theory]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(400)]
    public void PowerSpectra_SameFrameAmongOthers_IsTheSameToTheBit(int size)
    {
        FrameTransform transform = FrameTransform.Create(size);
        float[] frame = Noise(size, seed: 7);
        float[][] first = [.. Enumerable.Range(0, FrameTransform.Lanes).Select(lane => lane == 0 ? frame : Noise(size, seed: 50 + lane))];
        float[][] second = [.. Enumerable.Range(0, FrameTransform.Lanes).Select(lane => lane == FrameTransform.Lanes - 1 ? frame : new float[size])];
        Vector<float>[] a = PowerSpectra(transform, first);
        Vector<float>[] b = PowerSpectra(transform, second);
        Assert.All(Enumerable.Range(0, transform.BinCount), bin => Assert.Equal(a[bin][0], b[bin][FrameTransform.Lanes - 1]));
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(2, true)]
    [InlineData(1, false)]
    [InlineData(400, false)]
    public void Create_PowerOfTwo_UsesLanes(int size, bool lanes) => Assert.Equal(lanes, FrameTransform.Create(size) is LaneFourier);

    private static Vector<float>[] PowerSpectra(FrameTransform transform, float[][] frames)
    {
        Vector<float>[] buffer = [.. Enumerable.Range(0, transform.Size).Select(i => new Vector<float>([.. frames.Select(f => f[i])]))];
        Vector<float>[] power = new Vector<float>[transform.BinCount];
        transform.PowerSpectra(buffer, power);
        return power;
    }

    private static double Power(float[] frame, int bin)
    {
        Complex sum = Complex.Zero;
        for (int i = 0; i < frame.Length; i++)
        {
            sum += frame[i] * Complex.FromPolarCoordinates(1, -2 * Math.PI * (long)bin * i / frame.Length);
        }

        return (sum.Real * sum.Real) + (sum.Imaginary * sum.Imaginary);
    }

    private static float[] Noise(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.4f)];
    }
}
