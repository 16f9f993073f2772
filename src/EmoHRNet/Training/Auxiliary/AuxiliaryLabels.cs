using EmoHRNet.Corpora;

namespace EmoHRNet.Training.Auxiliary;

/// <summary>The classes of an auxiliary task over a training set, and the class of every utterance.</summary>
internal sealed class AuxiliaryLabels
{
    // Separates the values of several attributes; occurs in none of them.
    private const char Separator = '\u001f';

    private readonly int[] _labels;

    private AuxiliaryLabels(AuxiliaryTask task, IReadOnlyList<string?> values)
    {
        string[] classes = [.. values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        (Task, ClassCount) = (task, classes.Length);
        _labels = [.. values.Select(value => value is null ? Unknown : Array.BinarySearch(classes, value, StringComparer.Ordinal))];
    }

    /// <summary>The label of an utterance without the attribute.</summary>
    public const int Unknown = -1;

    public AuxiliaryTask Task { get; }

    public int ClassCount { get; }

    /// <summary>The class of an utterance by its index in the training set, or <see cref="Unknown"/>.</summary>
    public int this[int utterance] => _labels[utterance];

    /// <summary>The task by its attributes and the number of its classes: <c>speaker + emotion (192)</c>.</summary>
    public override string ToString() => $"{string.Join(" + ", Task.Attributes)} ({ClassCount})";

    /// <summary>The tasks that can be learned from these utterances: those with two classes or more.</summary>
    public static IReadOnlyList<AuxiliaryLabels> Of(IEnumerable<AuxiliaryTask> tasks, IReadOnlyList<Utterance> utterances) =>
    [
        .. tasks.Select(task => new AuxiliaryLabels(task, [.. utterances.Select(utterance => Value(utterance, task.Attributes))]))
            .Where(labels => labels.ClassCount > 1),
    ];

    private static string? Value(Utterance utterance, IReadOnlyList<string> attributes)
    {
        string?[] values = [.. attributes.Select(name => Value(utterance, name))];
        return values.Contains(null) ? null : string.Join(Separator, values);
    }

    private static string? Value(Utterance utterance, string attribute) => attribute switch
    {
        "speaker" => utterance.Speaker,
        "session" => utterance.Session,
        "emotion" => utterance.Emotion,
        _ => utterance.Metadata.GetValueOrDefault(attribute),
    };
}
