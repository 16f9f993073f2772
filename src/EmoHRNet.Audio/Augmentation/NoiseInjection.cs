using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Adds noise at a random signal-to-noise ratio, uniform in decibels.</summary>
/// <remarks>
/// The ratio of the utterance's power (<see cref="NoiseInjectionOptions.Reference"/>) to the mean power of the noise is exact.
/// Nothing is added where no ratio exists: to an utterance of digital silence, or from a silent noise source.
/// </remarks>
public sealed class NoiseInjection : IWaveformAugment
{
    private readonly NoiseInjectionOptions _options;
    private readonly INoiseSource[] _sources;

    /// <summary>Creates the augmentation.</summary>
    /// <param name="options">The range of the ratio.</param>
    /// <param name="sources">The noise sources; each utterance draws one, all equally likely. White and pink noise when none are given.</param>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentException">A source is null.</exception>
    public NoiseInjection(NoiseInjectionOptions? options = null, params IEnumerable<INoiseSource> sources)
    {
        _options = options ?? new NoiseInjectionOptions();
        _options.Validate();
        ArgumentNullException.ThrowIfNull(sources);
        _sources = [.. sources];
        if (_sources.Length == 0)
        {
            _sources = [new WhiteNoise(), new PinkNoise()];
        }

        if (_sources.Contains(null!))
        {
            throw new ArgumentException("A noise source is null.", nameof(sources));
        }
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        double ratio = _options.MinimumDecibels + (random.NextDouble() * (_options.MaximumDecibels - _options.MinimumDecibels));
        var result = new float[samples.Length];
        _sources[random.Next(_sources.Length)].Fill(result, sampleRate, random);

        double signalPower = _options.Reference switch
        {
            SpeechReference.WholeUtterance => Levels.MeanSquare(samples),
            SpeechReference.ActiveSpeech => ActiveSpeechLevel.MeanSquare(samples, sampleRate),
            _ => throw new InvalidOperationException($"{_options.Reference} is not a reference."),
        };
        double noisePower = Levels.MeanSquare(result);
        double gain = signalPower > 0 && noisePower > 0 ? Math.Sqrt(signalPower / noisePower / Math.Pow(10, ratio / 10)) : 0;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = (float)(samples[i] + (gain * result[i]));
        }

        return result;
    }

    /// <summary>The settings and the sources.</summary>
    public override string ToString() => $"{_options} of {string.Join(", ", _sources.Select(source => $"{source.GetType().FullName} {source}"))}";
}
