using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// Writes <see cref="SteadyClip"/> for models without a high-pass filter: subtracts the offset and filters out loud rumble, nothing else.
/// </summary>
internal sealed class SteadyGraph(SignalWriter signal, int sampleRate)
{
    /// <param name="samples">Signals of equal length, [B, n].</param>
    public string Write(string samples)
    {
        string voice = MeanSquare(Filter(samples, SteadyClip.VoiceHertz));
        string centered = signal.Subtract(samples, Offset(samples, voice));
        string limit = signal.Multiply(voice, signal.Number(1 + SteadyClip.RumbleShare));
        string hasRumble = signal.IsGreater(MeanSquare(centered), limit);
        string steady = signal.Choose(hasRumble, WithoutRumble(centered, voice), centered);
        string isShort = signal.IsLess(signal.Length(samples, 1), signal.Whole((long)Math.Ceiling(SteadyClip.ShortestSeconds * sampleRate)));
        return signal.Choose(isShort, samples, steady);
    }

    /// <summary>The offset, [B, 1]; 0 if it is too small to matter, or if the two halves do not agree.</summary>
    private string Offset(string samples, string voice)
    {
        string half = signal.Divide(signal.Length(samples, 1), signal.Whole(2));
        string whole = SmoothMean(samples);
        string first = signal.Absolute(signal.Subtract(SmoothMean(signal.Cut(samples, half)), whole));
        string second = signal.Absolute(signal.Subtract(SmoothMean(signal.Skip(samples, half)), whole));
        string allowed = signal.Multiply(signal.Absolute(whole), signal.Number(SteadyClip.OffsetAgreement));
        string agree = signal.IsAtLeast(allowed, signal.Maximum(first, second));
        string least = signal.Multiply(voice, signal.Number(SteadyClip.OffsetPower));
        string isHeard = signal.IsGreater(signal.Multiply(whole, whole), least);
        return signal.Choose(signal.Both(isHeard, agree), whole, signal.Number(0));
    }

    /// <summary>The mean weighted by a Hann window, [B, 1].</summary>
    private string SmoothMean(string samples)
    {
        string length = signal.Length(samples, 1);
        string places = signal.Add(signal.ToFloat(signal.Range(signal.Whole(0), length)), signal.Number(0.5));
        string turns = signal.Divide(places, signal.ToFloat(length));
        string weights = signal.Subtract(signal.Number(1), signal.Cosine(signal.Multiply(turns, signal.Number(2 * Math.PI))));
        string sum = signal.Maximum(signal.Sum(signal.Unsqueeze(weights, 0), 1), signal.Number(1e-30));
        return signal.Divide(signal.Sum(signal.Multiply(samples, weights), 1), sum);
    }

    /// <summary>The weakest filter that is sufficient, or the last one.</summary>
    private string WithoutRumble(string centered, string voice)
    {
        string limit = signal.Multiply(voice, signal.Number(1 + SteadyClip.RestShare));
        string[] filtered = [.. SteadyClip.Cutoffs.Select(cutoff => Filter(centered, cutoff))];
        string chosen = filtered[^1];
        for (int i = filtered.Length - 2; i >= 0; i--)
        {
            chosen = signal.Choose(signal.IsGreater(MeanSquare(filtered[i]), limit), chosen, filtered[i]);
        }

        return chosen;
    }

    private string Filter(string samples, double cutoff)
    {
        HighPassGraph filter = new(signal, sampleRate, cutoff);
        return filter.Write(filter.Write(samples));
    }

    private string MeanSquare(string samples) =>
        signal.Divide(signal.Sum(signal.Multiply(samples, samples), 1), signal.ToFloat(signal.Length(samples, 1)));
}
