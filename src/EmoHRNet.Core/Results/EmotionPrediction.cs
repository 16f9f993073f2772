using System.Globalization;

namespace EmoHRNet;

/// <summary>The emotion of one clip: a label, its confidence, and the probability of every label.</summary>
public sealed class EmotionPrediction
{
    /// <summary>The <see cref="Label"/> of a prediction that is not confident enough, or of a clip without sound or speech.</summary>
    public const string UncertainLabel = "uncertain";

    private readonly OrderedDictionary<string, float> _probabilities = new(StringComparer.Ordinal);
    private PredictionTimings _timings = new();

    /// <summary>Creates a prediction; applications do so in their tests.</summary>
    /// <param name="labels">The labels in the model's order; distinct, at least one.</param>
    /// <param name="probabilities">The probability of each label, 0 to 1.</param>
    /// <exception cref="ArgumentException">The numbers of labels and probabilities differ, there is none, or a label occurs twice.</exception>
    public EmotionPrediction(IReadOnlyList<string> labels, ReadOnlySpan<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0 || labels.Count != probabilities.Length)
        {
            throw new ArgumentException($"Found {labels.Count} labels and {probabilities.Length} probabilities; expected as many of both, at least one.", nameof(probabilities));
        }

        for (int i = 0; i < labels.Count; i++)
        {
            _probabilities.Add(labels[i], probabilities[i]);
        }

        MostProbable = Top(1)[0];
    }

    /// <summary>The most probable label, or <see cref="UncertainLabel"/>; see <see cref="IsUncertain"/>.</summary>
    public string Label => IsUncertain ? UncertainLabel : MostProbable.Label;

    /// <summary>The probability of the most probable label, 0 to 1.</summary>
    public float Confidence => MostProbable.Probability;

    /// <summary>
    /// Whether the confidence is below the classifier's threshold, the clip is silent or contains no speech, or speech is in doubt and the
    /// confidence is too low.
    /// </summary>
    public bool IsUncertain { get; init; }

    /// <summary>
    /// The probability that the clip contains speech, 0 to 1; null for silence, for clips too short to tell (a quarter of a second), for
    /// samples whose rate is in doubt, for segments of a timeline, and if the speech detector is off.
    /// </summary>
    public float? SpeechProbability { get; init; }

    /// <summary>Whether the clip is silent, which makes every prediction uncertain.</summary>
    internal bool IsSilent { get; init; }

    /// <summary>The probability of every label, in the model's order; they sum to 1.</summary>
    public IReadOnlyDictionary<string, float> Probabilities => _probabilities;

    /// <summary>The most probable label, confident or not.</summary>
    public EmotionProbability MostProbable { get; }

    /// <summary>The length of the clip as passed.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The sample rate of the clip as passed, in hertz.</summary>
    public int SourceSampleRate { get; init; }

    /// <summary>
    /// The sample rate of the model, in hertz; if it differs from <see cref="SourceSampleRate"/>, the clip was resampled.
    /// </summary>
    public int ModelSampleRate { get; init; }

    /// <summary>The number of windows whose probabilities were averaged.</summary>
    public int WindowCount { get; init; } = 1;

    /// <summary>
    /// What is unusual about the clip and may lower the accuracy: silence, no speech, very quiet speech, an offset or rumble that was
    /// removed, channels that differ much or cancel each other, clipping, samples that look like integers, a short clip, a sample rate
    /// below the model's, or an assumed rate that the voice contradicts. Empty for ordinary speech; notes do not change the prediction.
    /// </summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How long the steps took.</summary>
    public PredictionTimings Timings
    {
        get => _timings;
        init => _timings = value;
    }

    /// <summary>The probability of a label.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such label; the message lists its labels.</exception>
    public float this[string label] => _probabilities.TryGetValue(label, out float probability)
        ? probability
        : throw new KeyNotFoundException($"There is no label '{label}'; expected one of {string.Join(", ", _probabilities.Keys)}.");

    /// <summary>The most probable labels, in descending order; equal ones in the model's order.</summary>
    /// <param name="count">How many, at least 1; all when there are fewer.</param>
    public IReadOnlyList<EmotionProbability> Top(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. _probabilities.Select(p => new EmotionProbability(p.Key, p.Value)).OrderByDescending(p => p.Probability).Take(count)];
    }

    /// <summary>The same prediction, with the time that decoding took.</summary>
    internal EmotionPrediction WithDecoding(TimeSpan decoding)
    {
        EmotionPrediction copy = (EmotionPrediction)MemberwiseClone();
        copy._timings = _timings with { Decoding = decoding };
        return copy;
    }

    /// <summary>The label with its confidence: <c>angry (0.87)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Label} ({Confidence:0.00})");
}
