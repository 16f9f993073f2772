using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// The folds that EmoBox publishes for a corpus, read from its lists. The corpus may come from the same lists or from its own loader, and
/// may be part of a combination: the other corpora are used for training in every fold and never tested.
/// </summary>
public sealed record EmoBoxLists : ISplitProtocol
{
    /// <summary>EmoBox's folder of the corpus: NAME.jsonl, fold_1, fold_2 and so on.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// The validation share of each fold's training clips where EmoBox lists no validation clips, 0 (the last epoch is taken) to below 1:
    /// whole speakers if the folds are speaker-independent, otherwise clips of every emotion. Default 0.1.
    /// </summary>
    public double ValidationFraction { get; init; } = 0.1;

    /// <summary>The seed that draws the validation part. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <inheritdoc/>
    public string Name => $"EmoBox {Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder))} folds";

    /// <inheritdoc/>
    public IReadOnlyList<DataSplit> Split(Corpus corpus)
    {
        Validate();
        EmoBoxMetadata metadata = EmoBoxMetadata.Read(Folder);
        IReadOnlyList<int> folds = metadata.Folds;
        if (folds.Count == 0)
        {
            throw new CorpusException($"'{Folder}' has no folder fold_1; expected EmoBox's lists of each fold.");
        }

        Utterance[] own = [.. corpus.Utterances.Where(utterance => utterance.Corpus == metadata.Corpus)];
        if (own.Length == 0)
        {
            throw new CorpusException($"{corpus.Name} has no clips of {metadata.Corpus}, whose folds '{Folder}' lists.");
        }

        PathSuffixIndex<Utterance> index = new(own.Select(utterance => (utterance.Path, utterance)));
        return [.. folds.Select(fold => Fold(corpus, metadata, fold, folds.Count, clip => corpus.Find($"{clip.Corpus}/{clip.Name}") ?? index.Find(clip.Path)))];
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is not allowed; every problem is named.</exception>
    public void Validate() => new OptionProblems()
        .Require(!string.IsNullOrWhiteSpace(Folder), nameof(Folder), Folder, "EmoBox's folder of a corpus")
        .Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "0 to below 1")
        .ThrowIfAny(nameof(EmoBoxLists));

    private DataSplit Fold(Corpus corpus, EmoBoxMetadata metadata, int fold, int count, Func<EmoBoxClip, Utterance?> find)
    {
        Utterance[] test = Find(corpus, metadata, fold, "test", find);
        Utterance[] listed = Find(corpus, metadata, fold, "valid", find);
        Utterance[] training =
        [
            .. Find(corpus, metadata, fold, "train", find), .. corpus.Utterances.Where(utterance => utterance.Corpus != metadata.Corpus),
        ];
        SplitOrigin origin = new(Name) { Seed = Seed, Fold = fold, FoldCount = count };
        if (listed.Length > 0)
        {
            return DataSplit.Create(corpus, origin, training, listed, test);
        }

        bool newSpeakers = !test.Select(utterance => utterance.Speaker).Intersect(training.Select(utterance => utterance.Speaker)).Any();
        (IReadOnlyList<Utterance> validation, IReadOnlyList<Utterance> rest) = newSpeakers
            ? ValidationDraw.BySpeaker(corpus, training, ValidationFraction, Seed, Name)
            : ValidationDraw.Stratified(corpus, training, ValidationFraction, Seed);
        return DataSplit.Create(corpus, origin, rest, validation, test);
    }

    // Clips may be missing only for a known reason: left out by a label map, unreadable, or a corpus accepted as incomplete.
    private static Utterance[] Find(Corpus corpus, EmoBoxMetadata metadata, int fold, string part, Func<EmoBoxClip, Utterance?> find)
    {
        (EmoBoxClip Clip, Utterance? Utterance)[] clips = [.. metadata.Part(fold, part).Select(clip => (clip, find(clip)))];
        string[] missing = [.. clips.Where(each => each.Utterance is null).Select(each => each.Clip.Key)];
        bool known = corpus.Parts.Any(each => each.Info.Name == metadata.Corpus
            && (each.LeftOut.Count > 0 || each.Unreadable.Count > 0 || each.Report is { IsComplete: false }));
        return missing.Length == 0 || known
            ? [.. clips.Select(each => each.Utterance).OfType<Utterance>()]
            : throw new CorpusException(
                $"Fold {fold} of EmoBox's {metadata.Corpus} lists {missing.Length} {part} clips that the corpus as loaded does not have: "
                + $"{ShortList.Of(missing)}.");
    }
}
