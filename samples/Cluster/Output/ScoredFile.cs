using System.Text.Json.Serialization;

namespace EmoHRNet.Samples.Cluster.Output;

/// <summary>The result of one recording: a prediction or an error.</summary>
internal sealed record ScoredFile
{
    /// <summary>The number of the recording in the manifest, from 0.</summary>
    public required long Position { get; init; }

    public required string File { get; init; }

    public string? Label { get; init; }

    public float? Confidence { get; init; }

    public IReadOnlyDictionary<string, float>? Probabilities { get; init; }

    /// <summary>The probability that the recording holds speech.</summary>
    public float? SpeechProbability { get; init; }

    /// <summary>Seconds of audio.</summary>
    public double? Seconds { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    [JsonPropertyOrder(1)]
    public string? Error { get; init; }

    public static ScoredFile OfPrediction(long position, string file, EmotionPrediction prediction) => new()
    {
        Position = position,
        File = file,
        Label = prediction.Label,
        Confidence = prediction.Confidence,
        Probabilities = prediction.Probabilities,
        SpeechProbability = prediction.SpeechProbability,
        Seconds = prediction.Duration.TotalSeconds,
        Notes = prediction.Notes.Count > 0 ? prediction.Notes : null,
    };

    public static ScoredFile OfError(long position, string file, string error) => new() { Position = position, File = file, Error = error };
}
