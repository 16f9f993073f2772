namespace EmoHRNet.Audio.Preparation;

/// <summary>Changes the sample rate with a band-limited polyphase filter, between any two integer rates.</summary>
/// <remarks>
/// Output sample k lies at the time of input position k · source / target, so no delay is added; the signal is zero
/// outside. Immutable and thread-safe: create one per pair of rates and reuse it.
/// </remarks>
public sealed class Resampler
{
    /// <summary>Designs the filter.</summary>
    /// <param name="sourceRate">The sample rate of the input in hertz, 1 to 768,000.</param>
    /// <param name="targetRate">The sample rate of the output in hertz, 1 to 768,000.</param>
    /// <param name="quality">The filter's preset.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate or the quality is out of range, or the rates differ more than 1000-fold.</exception>
    public Resampler(int sourceRate, int targetRate, ResamplingQuality quality = ResamplingQuality.Standard)
    {
        CheckRate(sourceRate, nameof(sourceRate));
        CheckRate(targetRate, nameof(targetRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sourceRate / targetRate, MaximumRatio, nameof(sourceRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetRate / sourceRate, MaximumRatio, nameof(targetRate));
        (SourceRate, TargetRate, Quality) = (sourceRate, targetRate, quality);
        int divisor = GreatestCommonDivisor(sourceRate, targetRate);
        (Down, Up) = (sourceRate / divisor, targetRate / divisor);
        Filter = new PolyphaseFilter(new KaiserSinc(quality, Math.Min(1, (double)targetRate / sourceRate)), Up);
    }

    /// <summary>The largest ratio of the two rates.</summary>
    public const int MaximumRatio = 1000;

    /// <summary>The sample rate of the input, in hertz.</summary>
    public int SourceRate { get; }

    /// <summary>The sample rate of the output, in hertz.</summary>
    public int TargetRate { get; }

    /// <summary>The filter's preset.</summary>
    public ResamplingQuality Quality { get; }

    /// <summary>Output samples per <see cref="Down"/> input samples.</summary>
    internal int Up { get; }

    internal int Down { get; }

    internal PolyphaseFilter Filter { get; }

    /// <summary>The number of output samples for a number of input samples: ⌈count · target / source⌉.</summary>
    public int OutputCount(int inputCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputCount);
        return checked((int)(((long)inputCount * Up + Down - 1) / Down));
    }

    /// <summary>Resamples a whole signal.</summary>
    /// <param name="samples">Samples of one channel at <see cref="SourceRate"/>.</param>
    /// <returns>A new array of <see cref="OutputCount"/> samples at <see cref="TargetRate"/>.</returns>
    public float[] Resample(ReadOnlySpan<float> samples)
    {
        if (SourceRate == TargetRate)
        {
            return samples.ToArray();
        }

        float[] output = GC.AllocateUninitializedArray<float>(OutputCount(samples.Length));
        float[] padded = new float[Filter.Before + samples.Length + Filter.TapCount];
        samples.CopyTo(padded.AsSpan(Filter.Before));
        new ResamplerPosition().Produce(this, padded, output, out _);
        return output;
    }

    /// <summary>Starts resampling a signal that arrives in pieces; the result equals <see cref="Resample"/> of the whole signal.</summary>
    public StreamingResampler CreateStream() => new(this);

    private static void CheckRate(int rate, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, Waveform.MaximumSampleRate, name);
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
