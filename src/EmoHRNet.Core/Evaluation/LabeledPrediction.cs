using System.Text.Json.Serialization;

namespace EmoHRNet.Evaluation;

/// <summary>The prediction for one utterance whose emotion is known.</summary>
/// <param name="Id">The utterance's identifier.</param>
/// <param name="Speaker">The speaker.</param>
/// <param name="Target">The true class number.</param>
/// <param name="Probabilities">The probability of each class, in the order of the labels; they sum to 1.</param>
public sealed record LabeledPrediction(
    string Id,
    string Speaker,
    int Target,
    [property: JsonConverter(typeof(CompactNumbersConverter<float>))] IReadOnlyList<float> Probabilities)
{
    /// <summary>The short name of the corpus the utterance is from; null if not known.</summary>
    public string? Corpus { get; init; }

    /// <summary>The groups of the speaker by attribute, such as <c>gender</c>: <c>female</c>; null if the corpus has none.</summary>
    public IReadOnlyDictionary<string, string>? Groups { get; init; }

    /// <summary>The fold whose test part the utterance was in, from 1; null without folds. Figures of several folds are means over folds.</summary>
    public int? Fold { get; init; }

    /// <summary>The most probable class; the first of equal ones.</summary>
    [JsonIgnore]
    public int Predicted
    {
        get
        {
            int best = 0;
            for (int i = 1; i < Probabilities.Count; i++)
            {
                best = Probabilities[i] > Probabilities[best] ? i : best;
            }

            return best;
        }
    }

    /// <summary>The probability of the most probable class.</summary>
    [JsonIgnore]
    public float Confidence => Probabilities[Predicted];

    /// <summary>Whether the most probable class is the true one.</summary>
    [JsonIgnore]
    public bool IsCorrect => Predicted == Target;
}
