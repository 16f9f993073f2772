namespace EmoHRNet.Splits;

/// <summary>Split protocols by name, as used on command lines.</summary>
public static class SplitProtocols
{
    private static readonly OrderedDictionary<string, Func<SplitSettings, ISplitProtocol>> Protocols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["random"] = settings => new StratifiedRandomSplit
        {
            Seed = settings.Seed,
            TestFraction = settings.TestFraction,
            ValidationFraction = settings.ValidationFraction,
        },
        ["speaker"] = settings => new SpeakerIndependentSplit
        {
            Seed = settings.Seed,
            TestFraction = settings.TestFraction,
            ValidationFraction = settings.ValidationFraction,
        },
        ["k-fold"] = settings => new StratifiedKFold
        {
            Seed = settings.Seed,
            Folds = settings.Folds,
            ValidationFraction = settings.ValidationFraction,
        },
        ["speaker-k-fold"] = settings => new GroupedKFold
        {
            Seed = settings.Seed,
            Folds = settings.Folds,
            ValidationFraction = settings.ValidationFraction,
        },
        ["leave-one-speaker-out"] = settings => new LeaveOneGroupOut
        {
            Seed = settings.Seed,
            ValidationFraction = settings.ValidationFraction,
        },
        ["leave-one-session-out"] = settings => new LeaveOneGroupOut
        {
            Group = UtteranceGroup.Session,
            Seed = settings.Seed,
            ValidationFraction = settings.ValidationFraction,
        },
        ["leave-one-corpus-out"] = settings => new LeaveOneGroupOut
        {
            Group = UtteranceGroup.Corpus,
            Seed = settings.Seed,
            ValidationFraction = settings.ValidationFraction,
        },
        ["emobox-ravdess"] = settings => EmoBoxFolds.Ravdess with
        {
            Seed = settings.Seed,
            ValidationFraction = settings.ValidationFraction,
        },
        ["emobox"] = settings => new EmoBoxLists
        {
            Folder = settings.EmoBoxLists ?? throw new ArgumentException("The protocol emobox needs EmoBox's folder of the corpus (--emobox)."),
            Seed = settings.Seed,
            ValidationFraction = settings.ValidationFraction,
        },
        ["paper"] = settings => new TestSelectedSplit
        {
            Seed = settings.Seed,
            TestFraction = settings.TestFraction,
        },
    };

    /// <summary>The names, in a fixed order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Protocols.Keys];

    /// <summary>Creates a protocol by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, ignoring case.</param>
    /// <param name="settings">Seed, folds and shares; settings that a protocol does not have are ignored.</param>
    /// <exception cref="ArgumentException">There is no protocol with that name.</exception>
    public static ISplitProtocol Create(string name, SplitSettings? settings = null) =>
        Protocols.TryGetValue(name, out Func<SplitSettings, ISplitProtocol>? create)
            ? create(settings ?? new SplitSettings())
            : throw new ArgumentException($"There is no protocol called '{name}'; expected one of {string.Join(", ", Names)}.", nameof(name));
}
