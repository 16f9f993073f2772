using static System.FormattableString;

namespace EmoHRNet.Inference;

/// <summary>The decision that follows from the probability that a clip contains speech.</summary>
/// <param name="Probability">The probability, 0 to 1; null if the detector is off or the clip is too short.</param>
/// <param name="Threshold">The probability below which a clip contains no speech.</param>
internal readonly record struct SpeechVerdict(float? Probability, double Threshold)
{
    /// <summary>The probability at and above which a clip is certainly speech.</summary>
    public const double Sure = 0.7;

    // If speech is in doubt, an emotion is reported only if speech and emotion together are more likely than not.
    private const double LeastTogether = 0.5;

    /// <summary>Whether there is no speech.</summary>
    public bool IsMissing => Probability < Threshold;

    /// <summary>Whether the clip may be speech or only similar to it: a cough, laughter, a distant voice.</summary>
    public bool IsDoubtful => Probability >= Threshold && Probability < Sure;

    /// <summary>The note for the prediction; null for none.</summary>
    public string? Note =>
        IsMissing ? Invariant($"The clip holds no speech (probability of speech {Probability:0.00}): its emotion has no meaning.")
        : IsDoubtful ? Invariant($"The clip may hold no speech (probability of speech {Probability:0.00}): a cough, laughter or a voice deep in noise sounds like this.")
        : null;

    /// <summary>Whether an emotion with this confidence must not be reported.</summary>
    /// <param name="confidence">The probability of the most probable label.</param>
    public bool Forbids(float confidence) => IsMissing || (IsDoubtful && confidence * Probability < LeastTogether);
}
