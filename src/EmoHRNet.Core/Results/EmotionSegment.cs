using System.Globalization;

namespace EmoHRNet;

/// <summary>A part of a recording with one emotion, or without speech. Segments follow each other without gaps.</summary>
/// <param name="Start">Where it starts, from the start of the recording.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Prediction">The mean of its windows' probabilities; null if there is no speech.</param>
public sealed record EmotionSegment(TimeSpan Start, TimeSpan End, EmotionPrediction? Prediction)
{
    /// <summary>The <see cref="Label"/> of a segment without speech.</summary>
    public const string NoSpeechLabel = "no speech";

    /// <summary>The label of the prediction, or <see cref="NoSpeechLabel"/>.</summary>
    public string Label => Prediction?.Label ?? NoSpeechLabel;

    /// <summary>The probability of the most probable label; 0 if there is no speech.</summary>
    public float Confidence => Prediction?.Confidence ?? 0;

    /// <summary>Whether someone speaks.</summary>
    public bool IsSpeech => Prediction is not null;

    /// <summary>How long it lasts.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>The times and the label: <c>00:00:03.200 - 00:00:05.120 angry (0.87)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Start:hh\\:mm\\:ss\\.fff} - {End:hh\\:mm\\:ss\\.fff} {Prediction?.ToString() ?? NoSpeechLabel}");
}
