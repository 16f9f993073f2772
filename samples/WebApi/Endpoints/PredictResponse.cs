namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>The emotion of a clip.</summary>
internal sealed record PredictResponse
{
    /// <summary>The most probable label, or <c>uncertain</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The probability of the most probable label, 0 to 1.</summary>
    public required float Confidence { get; init; }

    /// <summary>The probability of every label; they sum to 1.</summary>
    public required IReadOnlyDictionary<string, float> Probabilities { get; init; }

    /// <summary>The probability that the clip holds speech, 0 to 1; null if unknown.</summary>
    public required float? SpeechProbability { get; init; }

    /// <summary>The length of the clip.</summary>
    public required double Seconds { get; init; }

    /// <summary>The time that decoding and prediction took, without the upload.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Unusual properties of the clip that may lower the accuracy.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public static PredictResponse From(EmotionPrediction prediction, IReadOnlyList<string> notesOfReading, TimeSpan taken) => new()
    {
        Label = prediction.Label,
        Confidence = prediction.Confidence,
        Probabilities = prediction.Probabilities,
        SpeechProbability = prediction.SpeechProbability,
        Seconds = prediction.Duration.TotalSeconds,
        Milliseconds = taken.TotalMilliseconds,
        Notes = ServiceWords.Of([.. notesOfReading, .. prediction.Notes]),
    };
}
