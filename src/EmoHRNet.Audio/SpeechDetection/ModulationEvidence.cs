using System.Numerics;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>Measures the modulation spectra of level, bands and envelope; speech is modulated at 3 to 6 Hz. Not thread-safe.</summary>
internal sealed class ModulationEvidence
{
    private const double SmallestShare = 1e-4;

    // Modulation bands of 64-point spectra at 62.5 Hz: about 1 to 3, 3 to 6, 6 to 10, 10 to 16 and 16 to 31 Hz.
    private static readonly int[] ModulationEdges = [2, 6, 12, 20, 32, 65];

    private readonly FrameTransform _transform = FrameTransform.Create(SpeechEvidence.FullFrames);
    private readonly Vector<float>[] _frames = new Vector<float>[SpeechEvidence.FullFrames];
    private readonly Vector<float>[] _spectra = new Vector<float>[(SpeechEvidence.FullFrames / 2) + 1];

    public void AddModulation(Stretch stretch, List<float> evidence)
    {
        float[][] shares = Modulations(stretch);
        evidence.AddRange(shares[0]);
        for (int i = 0; i < ModulationEdges.Length - 1; i++)
        {
            evidence.Add(shares.Skip(1).Take(Stretch.Parts).Average(part => part[i]));
        }

        for (int i = 0; i < ModulationEdges.Length - 1; i++)
        {
            evidence.Add(shares.Skip(1 + Stretch.Parts).Average(part => part[i]));
        }
    }

    /// <summary>For each curve, the logarithms of the shares of its variance in the modulation bands.</summary>
    private float[][] Modulations(Stretch stretch)
    {
        float[][] shares = new float[Stretch.Curves][];
        for (int first = 0; first < Stretch.Curves; first += FrameTransform.Lanes)
        {
            int some = Math.Min(FrameTransform.Lanes, Stretch.Curves - first);
            Array.Clear(_frames);
            for (int lane = 0; lane < some; lane++)
            {
                ReadOnlySpan<float> curve = stretch.Curve(first + lane);
                double mean = Statistics.Moments(curve).Mean;
                for (int t = 0; t < stretch.Count; t++)
                {
                    double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * (t + 0.5) / stretch.Count));
                    _frames[t] = _frames[t].WithElement(lane, (float)((curve[t] - mean) * window));
                }
            }

            _transform.PowerSpectra(_frames, _spectra);
            for (int lane = 0; lane < some; lane++)
            {
                shares[first + lane] = Shares(lane);
            }
        }

        return shares;
    }

    private float[] Shares(int lane)
    {
        double[] powers = new double[ModulationEdges.Length - 1];
        for (int i = 0; i < powers.Length; i++)
        {
            for (int bin = ModulationEdges[i]; bin < ModulationEdges[i + 1]; bin++)
            {
                powers[i] += _spectra[bin][lane];
            }
        }

        double total = powers.Sum() + 1;
        return Array.ConvertAll(powers, power => (float)Math.Log10((power / total) + SmallestShare));
    }
}
