namespace EmoHRNet.Audio.Preparation;

/// <summary>A clip without offset and rumble, and what was removed, for models that were trained on unfiltered recordings.</summary>
/// <remarks>
/// An offset is subtracted if it exceeds a thousandth of the signal. Rumble below the range of voices is filtered out if it is loud enough
/// to matter, by the gentlest filter that suffices. All other clips, and those shorter than 0.2 s, stay unchanged to the bit. A model whose
/// preparation has a high-pass (<see cref="PreparationOptions.HighPassHertz"/>) does not need this.
/// </remarks>
/// <param name="Samples">The samples, as many as in the original.</param>
/// <param name="Offset">The offset that was subtracted, or 0.</param>
/// <param name="HadRumble">Whether rumble was filtered out.</param>
public sealed record SteadyClip(float[] Samples, double Offset, bool HadRumble)
{
    /// <summary>Shorter clips stay unchanged: an offset cannot be told from a part of a period.</summary>
    public const double ShortestSeconds = 0.2;

    /// <summary>The smallest power of an offset that is subtracted, as a share of the voice's.</summary>
    public const double OffsetPower = 1e-6;

    /// <summary>The largest deviation of the two halves' means from the whole mean, relative to it, for it to count as an offset.</summary>
    public const double OffsetAgreement = 0.5;

    /// <summary>The cutoff in hertz of the filter that only voices pass.</summary>
    public const double VoiceHertz = 40;

    /// <summary>The smallest power of rumble that is filtered out, as a share of the voice's.</summary>
    public const double RumbleShare = 0.06;

    /// <summary>The largest power of rumble that a filter may leave, as a share of the voice's.</summary>
    public const double RestShare = 0.001;

    /// <summary>The cutoffs of the filters against rumble in hertz, the gentlest first. Each is applied twice.</summary>
    public static IReadOnlyList<double> Cutoffs { get; } = [10, 20, VoiceHertz];

    /// <summary>Whether the samples differ from the original.</summary>
    public bool IsChanged => Offset != 0 || HadRumble;

    /// <summary>Removes offset and rumble from a clip, if there are any.</summary>
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

    /// <summary>The offset; 0 where its power is too small, or where the two halves disagree, so that it is a part of the signal.</summary>
    private static double OffsetOf(ReadOnlySpan<float> samples, double leastPower)
    {
        double whole = SmoothMean(samples);
        double first = SmoothMean(samples[..(samples.Length / 2)]);
        double second = SmoothMean(samples[(samples.Length / 2)..]);
        double difference = Math.Max(Math.Abs(first - whole), Math.Abs(second - whole));
        return whole * whole > leastPower && difference <= OffsetAgreement * Math.Abs(whole) ? whole : 0;
    }

    /// <summary>The mean under a Hann window, so that a voice cut off within a period does not look like an offset.</summary>
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
