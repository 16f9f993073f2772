using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Evaluation.Robustness;

/// <summary>
/// A condition of a <see cref="RobustnessTest"/>: a name, a description with the severity, and the change to the recording.
/// </summary>
public sealed class TestCondition
{
    private readonly Func<Waveform, Random, Waveform> _change;

    /// <summary>Creates a condition from any change.</summary>
    /// <param name="name">A short name, unique among the conditions of a test; it also seeds the changes.</param>
    /// <param name="description">What happens and how strongly, in a few words.</param>
    /// <param name="change">Creates a new waveform; must be thread-safe.</param>
    /// <param name="isInvariance">Whether the prediction should not change, because nothing relevant is changed.</param>
    public TestCondition(string name, string description, Func<Waveform, Random, Waveform> change, bool isInvariance = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(change);
        (Name, Description, _change, IsInvariance) = (name, description, change, isInvariance);
    }

    /// <summary>
    /// Creates a condition from an augmentation, which is applied to the recording mixed to mono and resampled to 16 kHz.
    /// </summary>
    /// <param name="name">A short name.</param>
    /// <param name="description">What happens and how strongly.</param>
    /// <param name="augment">The augmentation, with its severity fixed.</param>
    public TestCondition(string name, string description, IWaveformAugment augment)
        : this(name, description, (clip, random) => Apply(augment, clip, random)) =>
        ArgumentNullException.ThrowIfNull(augment);

    /// <summary>The short name.</summary>
    public string Name { get; }

    /// <summary>What happens and how strongly.</summary>
    public string Description { get; }

    /// <summary>Whether the prediction should not change.</summary>
    public bool IsInvariance { get; }

    /// <summary>
    /// Whether the condition is reported but not included in the mean, so that means of different tests cover the same conditions.
    /// </summary>
    public bool IsAdditional { get; init; }

    /// <summary>The recording under the condition.</summary>
    /// <param name="clip">The recording; not changed.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    public Waveform Apply(Waveform clip, Random random) => _change(clip, random);

    private static Waveform Apply(IWaveformAugment augment, Waveform clip, Random random)
    {
        AudioPreparation mono = new(new PreparationOptions());
        int rate = mono.Options.SampleRate;
        return new Waveform(rate, augment.Apply(mono.Prepare(clip), rate, random));
    }
}
