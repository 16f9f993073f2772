namespace EmoHRNet.Corpora;

/// <summary>
/// Maps the labels of a corpus to another set of labels, ignoring case. A label that the map does not name is an error unless
/// <see cref="LeavesOthersOut"/> is set; clips of a label that is mapped to nothing are left out.
/// </summary>
public sealed class LabelMap
{
    private readonly OrderedDictionary<string, string?> _targets;

    /// <summary>Creates a map.</summary>
    /// <param name="pairs">A label and its new name; null or empty leaves clips of that label out.</param>
    /// <exception cref="ArgumentException">A label is named twice.</exception>
    public LabelMap(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        _targets = new OrderedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string label, string? target) in pairs)
        {
            if (!_targets.TryAdd(label, string.IsNullOrEmpty(target) ? null : target))
            {
                throw new ArgumentException($"The label '{label}' is mapped twice.", nameof(pairs));
            }
        }

        Labels = [.. _targets.Values.OfType<string>().Distinct()];
    }

    /// <summary>
    /// The labels of all built-in corpora under RAVDESS's names: neutral, calm, happy, sad, angry, fearful, disgust, surprised. Joy,
    /// happiness and excitement are happy, pleasant surprise is surprised; boredom, frustration and the secondary emotions of JL-Corpus
    /// keep their names.
    /// </summary>
    public static LabelMap Common { get; } = new(
    [
        .. Same("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised", "boredom", "frustration"),
        .. Same("anxious", "apologetic", "assertive", "concerned", "encouraging"),
        .. To("happy", "happiness", "joy", "excitement", "excited"),
        .. To("sad", "sadness"),
        .. To("angry", "anger"),
        .. To("fearful", "fear"),
        .. To("surprised", "surprise", "pleasant surprise"),
    ]);

    /// <summary>
    /// The labels that most corpora share: neutral (including calm), happy, sad, angry, fearful, disgust, surprised. Clips of other labels,
    /// such as boredom or frustration, are left out.
    /// </summary>
    public static LabelMap Seven { get; } = new(
        Common._targets.Where(pair => pair.Value is "neutral" or "calm" or "happy" or "sad" or "angry" or "fearful" or "disgust" or "surprised")
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value == "calm" ? "neutral" : pair.Value)))
    {
        LeavesOthersOut = true,
    };

    /// <summary>Whether clips whose label the map does not name are left out; otherwise they are an error. Default false.</summary>
    public bool LeavesOthersOut { get; init; }

    /// <summary>The new labels, in the order in which they first appear.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Reads a map written as <c>joy=happy,boredom=</c>; a label without a target is left out.</summary>
    /// <exception cref="ArgumentException">The text is not such a list.</exception>
    public static LabelMap Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new LabelMap(text.Split(',').Select(pair => pair.Split('=') is [{ } label, { } target] && label.Trim().Length > 0
            ? KeyValuePair.Create(label.Trim(), (string?)target.Trim())
            : throw new ArgumentException($"'{pair}' is not a mapping; expected label=newlabel, or label= to leave it out.", nameof(text))));
    }

    /// <summary>This map with the mappings of another added; they override its own.</summary>
    public LabelMap With(LabelMap other) => new(
        [.. _targets.Where(pair => !other._targets.ContainsKey(pair.Key)), .. other._targets])
    {
        LeavesOthersOut = LeavesOthersOut || other.LeavesOthersOut,
    };

    /// <summary>The new name of a label; null when its clips are left out.</summary>
    /// <exception cref="ArgumentException">The map does not name the label, and does not leave others out.</exception>
    public string? this[string label] => _targets.TryGetValue(label, out string? target) || LeavesOthersOut
        ? target
        : throw new ArgumentException($"The map does not say what '{label}' becomes.", nameof(label));

    /// <summary>Whether the map covers a label.</summary>
    public bool Names(string label) => LeavesOthersOut || _targets.ContainsKey(label);

    private static IEnumerable<KeyValuePair<string, string?>> Same(params IEnumerable<string> labels) =>
        labels.Select(label => KeyValuePair.Create(label, (string?)label));

    private static IEnumerable<KeyValuePair<string, string?>> To(string target, params IEnumerable<string> labels) =>
        labels.Select(label => KeyValuePair.Create(label, (string?)target));
}
