using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// Stratified k-fold cross-validation: every clip is tested once, and every class is distributed evenly. Speakers are shared between the
/// parts.
/// </summary>
public sealed record StratifiedKFold : ISplitProtocol
{
    /// <summary>The number of folds, 2 to 1000. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The validation share of each fold's training clips, 0 (the last epoch is taken) to below 1. Default 0.1.</summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => $"stratified {Folds}-fold";

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        IReadOnlyList<IReadOnlyList<Utterance>> parts = Stratification.Deal(corpus, Folds, Seed);
        return
        [
            .. parts.Select((test, fold) =>
            {
                (IReadOnlyList<Utterance> validation, IReadOnlyList<Utterance> training) = ValidationDraw.Stratified(
                    corpus, [.. parts.Where((_, other) => other != fold).SelectMany(part => part)], ValidationFraction, Seed);
                SplitOrigin origin = new(Name) { Seed = Seed, Fold = fold + 1, FoldCount = Folds };
                return DataSplit.Create(corpus, origin, training, validation, test);
            }),
        ];
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is out of range; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Range(nameof(Folds), Folds, 2, 1000)
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(StratifiedKFold));
}
