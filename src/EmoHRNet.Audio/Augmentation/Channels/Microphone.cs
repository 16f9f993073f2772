using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>Simulates another microphone: the spectrum tilts around 1 kHz, and a constant (DC) is added.</summary>
/// <remarks>
/// The gain at a frequency is (frequency / 1 kHz) to the power of tilt / 6.02 dB, within 100 Hz to 8 kHz and constant outside. The active
/// speech keeps its level.
/// </remarks>
public sealed class Microphone : IWaveformAugment
{
    private const double PivotHertz = 1000;
    private const double LowestHertz = 100;
    private const double HighestHertz = 8000;
    private static readonly double OctaveDecibels = 20 * Math.Log10(2);

    private readonly MicrophoneOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public Microphone(MicrophoneOptions? options = null)
    {
        _options = options ?? new MicrophoneOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double exponent = (_options.MinimumTilt + (random.NextDouble() * (_options.MaximumTilt - _options.MinimumTilt))) / OctaveDecibels;
        float offset = (float)(_options.MaximumOffset * ((2 * random.NextDouble()) - 1)) * Levels.Peak(samples);
        float[] heard = FastConvolution.Shape(
            samples, sampleRate, frequency => Math.Pow(Math.Clamp(frequency, LowestHertz, HighestHertz) / PivotHertz, exponent));
        double before = ActiveSpeechLevel.MeanSquare(samples, sampleRate);
        double after = ActiveSpeechLevel.MeanSquare(heard, sampleRate);
        float gain = after > 0 ? (float)Math.Sqrt(before / after) : 1;
        foreach (ref float sample in heard.AsSpan())
        {
            sample = (gain * sample) + offset;
        }

        return heard;
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";
}
