namespace EmoHRNet.Tool.Reports;

/// <summary>The JSON form of a prediction.</summary>
/// <param name="File">The path.</param>
/// <param name="Label">The most probable label, or <c>uncertain</c>.</param>
/// <param name="Confidence">The probability of the most probable label, 0 to 1.</param>
/// <param name="Probabilities">The probability of every label.</param>
/// <param name="SpeechProbability">The probability that the recording holds speech; null if unknown.</param>
/// <param name="Seconds">The length of the recording.</param>
/// <param name="Milliseconds">The time the prediction took.</param>
/// <param name="Notes">Notes about unusual input; null if there are none.</param>
internal sealed record PredictedFile(
    string File,
    string Label,
    float Confidence,
    IReadOnlyDictionary<string, float> Probabilities,
    float? SpeechProbability,
    double Seconds,
    double Milliseconds,
    IReadOnlyList<string>? Notes)
{
    public static PredictedFile Of(string file, EmotionPrediction prediction) => new(
        file,
        prediction.Label,
        prediction.Confidence,
        prediction.Probabilities,
        prediction.SpeechProbability,
        prediction.Duration.TotalSeconds,
        prediction.Timings.Total.TotalMilliseconds,
        prediction.Notes.Count > 0 ? [.. prediction.Notes.Select(CommandWords.Of)] : null);
}
