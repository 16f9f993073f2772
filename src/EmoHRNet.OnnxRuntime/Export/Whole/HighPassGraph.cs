using System.Globalization;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the <see cref="HighPassFilter"/>: subtracts the offset at the start, then applies two second-order sections.</summary>
internal sealed class HighPassGraph
{
    private readonly SignalWriter _signal;
    private readonly BlockFilter _filter;
    private readonly int _offsetLength;

    public HighPassGraph(SignalWriter signal, int sampleRate, double cutoffHertz)
    {
        _signal = signal;
        _offsetLength = Math.Max(1, (int)(HighPassFilter.OffsetSeconds * sampleRate));
        IReadOnlyList<(double Gain, double A1, double A2)> sections = HighPassFilter.Sections(sampleRate, cutoffHertz);
        string name = string.Create(CultureInfo.InvariantCulture, $"high_pass_{cutoffHertz}");
        _filter = new BlockFilter(name, 2 * sections.Count, (state, sample) =>
        {
            for (int i = 0; i < sections.Count; i++)
            {
                sample = Next(sections[i], state.AsSpan(2 * i, 2), sample);
            }

            return sample;
        });
    }

    /// <summary>Filters signals [B, n] of equal length.</summary>
    public string Write(string samples)
    {
        string start = _signal.Slice(samples, 0, _offsetLength);
        string offset = _signal.Divide(_signal.Sum(start, 1), _signal.ToFloat(_signal.Length(start, 1)));
        return _filter.Write(_signal, _signal.Subtract(samples, offset));
    }

    // Transposed direct form II.
    private static double Next((double Gain, double A1, double A2) section, Span<double> state, double sample)
    {
        double input = sample * section.Gain;
        double output = input + state[0];
        state[0] = state[1] - (2 * input) - (section.A1 * output);
        state[1] = input - (section.A2 * output);
        return output;
    }
}
