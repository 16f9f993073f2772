namespace EmoHRNet.Audio.Augmentation;

/// <summary>Moves an utterance along the time axis by a random number of samples, uniform in both directions; its length stays.</summary>
public sealed class WaveformTimeShift : IWaveformAugment
{
    private readonly WaveformTimeShiftOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public WaveformTimeShift(WaveformTimeShiftOptions? options = null)
    {
        _options = options ?? new WaveformTimeShiftOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        int maximum = (int)Math.Min(samples.Length, Math.Round(_options.MaximumSeconds * sampleRate));
        int shift = random.Next(-maximum, maximum + 1);
        float[] result = samples.ToArray();
        if (shift != 0)
        {
            TimeShifting.Shift(result, shift, _options.Fill, 0);
        }

        return result;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
