using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes what <see cref="SteadyClip"/> does for models without a high-pass: offset subtracted, loud rumble filtered out, nothing else.</summary>
internal sealed class SteadyGraph(SignalWriter signal, int sampleRate)
{
    /// <param name="samples">Signals of one length, [B, n].</param>
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

    /// <summary>The mean under a Hann window, where it is not too small to matter; [B, 1].</summary>
    private string Offset(string samples, string voice)
    {
        string length = signal.Length(samples, 1);
        string places = signal.Add(signal.ToFloat(signal.Range(signal.Whole(0), length)), signal.Number(0.5));
        string turns = signal.Divide(places, signal.ToFloat(length));
        string weights = signal.Subtract(signal.Number(1), signal.Cosine(signal.Multiply(turns, signal.Number(2 * Math.PI))));
        string sum = signal.Sum(signal.Unsqueeze(weights, 0), 1);
        string offset = signal.Divide(signal.Sum(signal.Multiply(samples, weights), 1), sum);
        string least = signal.Multiply(voice, signal.Number(SteadyClip.OffsetPower));
        return signal.Choose(signal.IsGreater(signal.Multiply(offset, offset), least), offset, signal.Number(0));
    }

    /// <summary>The gentlest filter that is enough, or the last.</summary>
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
