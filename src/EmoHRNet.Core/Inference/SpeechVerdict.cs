using static System.FormattableString;

namespace EmoHRNet.Inference;

/// <summary>What follows from the probability that a clip holds speech.</summary>
/// <param name="Probability">The probability, 0 to 1; null where nobody asked or the clip is too short to tell.</param>
/// <param name="Threshold">The probability below which a clip holds no speech.</param>
internal readonly record struct SpeechVerdict(float? Probability, double Threshold)
{
    /// <summary>The probability from which speech is not in doubt.</summary>
    public const double Sure = 0.7;

    // An emotion of doubtful speech is claimed where speech and emotion together are more likely than not.
    private const double LeastTogether = 0.5;

    /// <summary>Whether there is no speech.</summary>
    public bool IsMissing => Probability < Threshold;

    /// <summary>Whether there may be speech or something like it: a cough, laughter, a voice far away.</summary>
    public bool IsDoubtful => Probability >= Threshold && Probability < Sure;

    /// <summary>What to say about it; null where there is nothing to say.</summary>
    public string? Note =>
        IsMissing ? Invariant($"The clip holds no speech (probability of speech {Probability:0.00}): an emotion of what it holds means nothing.")
        : IsDoubtful ? Invariant($"The clip may hold no speech (probability of speech {Probability:0.00}): a cough, laughter or a voice deep in noise sounds like this.")
        : null;

    /// <summary>Whether an emotion of some confidence is too little to be claimed.</summary>
    /// <param name="confidence">The probability of the most probable label.</param>
    public bool Forbids(float confidence) => IsMissing || (IsDoubtful && confidence * Probability < LeastTogether);
}
