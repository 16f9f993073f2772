using System.Text.Json.Serialization;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>All augmentations of a training run; a null one is not applied. The defaults are the paper's: time shift, then SpecAugment.</summary>
public sealed record AugmentationOptions : ValidatedOptions
{
    /// <summary>No augmentation at all.</summary>
    public static AugmentationOptions None { get; } = new() { TimeShift = null, SpecAugment = null };

    /// <summary>Speed perturbation of the samples, first. Default none.</summary>
    public SpeedPerturbationOptions? Speed { get; init; }

    /// <summary>Gain perturbation of the samples, second. Default none.</summary>
    public GainPerturbationOptions? Gain { get; init; }

    /// <summary>Noise added to the samples, third. Default none.</summary>
    public NoiseInjectionOptions? Noise { get; init; }

    /// <summary>The share of utterances that noise is added to, 0 to 1; the others stay clean. Default 0.5.</summary>
    public double NoiseProbability { get; init; } = 0.5;

    /// <summary>Time shift of the samples, last before features. Default none.</summary>
    public WaveformTimeShiftOptions? WaveformTimeShift { get; init; }

    /// <summary>Time shift of the spectrogram. Default: up to 16 frames.</summary>
    public TimeShiftOptions? TimeShift { get; init; } = new();

    /// <summary>Stretch of the spectrogram's bands, after its shift; <c>bandWarp</c> in JSON, its name in the first recipes. Default none.</summary>
    [JsonPropertyName("bandWarp")]
    public VocalTractLengthPerturbationOptions? VocalTractLengthPerturbation { get; init; }

    /// <summary>A random gain of the spectrogram's bands, after its stretch. Default none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BandGainOptions? BandGain { get; init; }

    /// <summary>Masks of the spectrogram, after everything else but mixup. Default: two of each kind.</summary>
    public SpecAugmentOptions? SpecAugment { get; init; } = new();

    /// <summary>Mixup of pairs of utterances in a batch, last. Default none.</summary>
    public MixupOptions? Mixup { get; init; }

    /// <summary>The augmentations of the samples, or null when there are none.</summary>
    /// <param name="noiseSources">The noise sources; white and pink noise when none are given.</param>
    /// <exception cref="InvalidOptionsException">Options are out of range.</exception>
    public IWaveformAugment? CreateWaveformAugment(params IReadOnlyList<INoiseSource> noiseSources)
    {
        Validate();
        List<IWaveformAugment> steps = [];
        if (Speed is not null)
        {
            steps.Add(new SpeedPerturbation(Speed));
        }

        if (Gain is not null)
        {
            steps.Add(new GainPerturbation(Gain));
        }

        if (Noise is not null)
        {
            steps.Add(new NoiseInjection(Noise, noiseSources).WithProbability(NoiseProbability));
        }

        if (WaveformTimeShift is not null)
        {
            steps.Add(new WaveformTimeShift(WaveformTimeShift));
        }

        return steps.Count == 0 ? null : new WaveformAugmentSequence(steps);
    }

    /// <summary>The augmentations of the spectrogram, or null when there are none.</summary>
    /// <exception cref="InvalidOptionsException">Options are out of range.</exception>
    public ISpecAugment? CreateSpecAugment()
    {
        Validate();
        List<ISpecAugment> steps = [];
        if (TimeShift is not null)
        {
            steps.Add(new TimeShift(TimeShift));
        }

        if (VocalTractLengthPerturbation is not null)
        {
            steps.Add(new VocalTractLengthPerturbation(VocalTractLengthPerturbation));
        }

        if (BandGain is not null)
        {
            steps.Add(new BandGain(BandGain));
        }

        if (SpecAugment is not null)
        {
            steps.Add(new SpecAugment(SpecAugment));
        }

        return steps.Count == 0 ? null : new AugmentSequence(steps);
    }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        Collect(Speed, nameof(Speed), o => o.CollectProblems);
        Collect(Gain, nameof(Gain), o => o.CollectProblems);
        Collect(Noise, nameof(Noise), o => o.CollectProblems);
        problems.Range(nameof(NoiseProbability), NoiseProbability, 0, 1);
        Collect(WaveformTimeShift, nameof(WaveformTimeShift), o => o.CollectProblems);
        Collect(TimeShift, nameof(TimeShift), o => o.CollectProblems);
        Collect(VocalTractLengthPerturbation, nameof(VocalTractLengthPerturbation), o => o.CollectProblems);
        Collect(BandGain, nameof(BandGain), o => o.CollectProblems);
        Collect(SpecAugment, nameof(SpecAugment), o => o.CollectProblems);
        Collect(Mixup, nameof(Mixup), o => o.CollectProblems);

        void Collect<T>(T? options, string name, Func<T, Action<OptionProblems>> collect)
            where T : class
        {
            if (options is not null)
            {
                problems.Nested(name, collect(options));
            }
        }
    }
}
