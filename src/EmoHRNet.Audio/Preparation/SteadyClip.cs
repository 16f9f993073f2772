namespace EmoHRNet.Audio.Preparation;

/// <summary>A clip without offset and rumble, and what was removed: for models that were trained on recordings as they came.</summary>
/// <remarks>
/// An offset is subtracted where it is more than a thousandth of the sound. What lies below every voice is filtered out where it is loud
/// enough to be taken for sound, by the gentlest filter that is enough. Any other clip, and one shorter than 0.2 s, stays as it was, to the
/// last bit. A model whose preparation has a high-pass (<see cref="PreparationOptions.HighPassHertz"/>) does not need this.
/// </remarks>
/// <param name="Samples">As many samples as came in.</param>
/// <param name="Offset">What was subtracted; 0 where there was nothing to subtract.</param>
/// <param name="HadRumble">Whether a filter was needed.</param>
public sealed record SteadyClip(float[] Samples, double Offset, bool HadRumble)
{
    /// <summary>Clips shorter than this stay as they are: an offset cannot be told from a part of a period.</summary>
    public const double ShortestSeconds = 0.2;

    /// <summary>The power of an offset that is subtracted, as a share of the voice's.</summary>
    public const double OffsetPower = 1e-6;

    /// <summary>How far the means of the two halves may lie from that of the whole, as a share of it, for it to be an offset.</summary>
    public const double OffsetAgreement = 0.5;

    /// <summary>The cutoff of the filter that leaves the voice, in hertz.</summary>
    public const double VoiceHertz = 40;

    /// <summary>The power of rumble that is filtered out, as a share of the voice's.</summary>
    public const double RumbleShare = 0.06;

    /// <summary>The power of rumble that a filter may leave, as a share of the voice's.</summary>
    public const double RestShare = 0.001;

    /// <summary>The cutoffs of the filters against rumble in hertz, the gentlest first. Each is applied twice.</summary>
    public static IReadOnlyList<double> Cutoffs { get; } = [10, 20, VoiceHertz];

    /// <summary>Whether the samples differ from those that came in.</summary>
    public bool IsChanged => Offset != 0 || HadRumble;

    /// <summary>Looks at a clip and removes what is there to remove.</summary>
    /// <param name="samples">The samples of one channel, all finite.</param>
    /// <param name="sampleRate">Their sample rate in hertz, 1,000 to 768,000.</param>
    public static SteadyClip Of(ReadOnlySpan<float> samples, int sampleRate)
    {
        float[] steady = samples.ToArray();
        if (samples.Length < ShortestSeconds * sampleRate)
        {
            return new SteadyClip(steady, 0, false);
        }

        double voice = Levels.MeanSquare(Filter(steady, sampleRate, VoiceHertz));
        double offset = OffsetOf(samples, OffsetPower * voice);
        foreach (ref float sample in steady.AsSpan())
        {
            sample = (float)(sample - offset);
        }

        return Levels.MeanSquare(steady) <= (1 + RumbleShare) * voice
            ? new SteadyClip(steady, offset, false)
            : new SteadyClip(WithoutRumble(steady, sampleRate, voice), offset, true);
    }

    /// <summary>The offset; 0 where it has less than a power, or where the two halves do not agree: then it is a part of the sound.</summary>
    private static double OffsetOf(ReadOnlySpan<float> samples, double leastPower)
    {
        double whole = SmoothMean(samples);
        double first = SmoothMean(samples[..(samples.Length / 2)]);
        double second = SmoothMean(samples[(samples.Length / 2)..]);
        double difference = Math.Max(Math.Abs(first - whole), Math.Abs(second - whole));
        return whole * whole > leastPower && difference <= OffsetAgreement * Math.Abs(whole) ? whole : 0;
    }

    /// <summary>The mean under a Hann window: voices cut off in the middle of a period do not look like an offset.</summary>
    private static double SmoothMean(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double weight = 1 - Math.Cos(2 * Math.PI * (i + 0.5) / samples.Length);
            sum += weight * samples[i];
            weights += weight;
        }

        return weights > 0 ? sum / weights : 0;
    }

    private static float[] WithoutRumble(float[] centered, int sampleRate, double voice)
    {
        float[] filtered = centered;
        foreach (double cutoff in Cutoffs)
        {
            filtered = Filter(centered, sampleRate, cutoff);
            if (Levels.MeanSquare(filtered) <= (1 + RestShare) * voice)
            {
                break;
            }
        }

        return filtered;
    }

    // Twice, because loud rumble must fall below the quietest speech within an octave or two.
    private static float[] Filter(float[] samples, int sampleRate, double cutoff) =>
        HighPassFilter.Apply(HighPassFilter.Apply(samples, sampleRate, cutoff), sampleRate, cutoff);
}
