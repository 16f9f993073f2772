using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>
/// A split of a corpus into training, validation and test parts that share no recording. It can be saved, cited by its <see cref="Hash"/>,
/// and loaded on another machine.
/// </summary>
public sealed class DataSplit
{
    private DataSplit(Corpus corpus, SplitOrigin origin, TrainingSet training, ValidationSet validation, TestSet test)
    {
        Corpus = corpus;
        Origin = origin;
        Training = training;
        Validation = validation;
        Test = test;
        Hash = SplitHash.Of(this);
    }

    /// <summary>The corpus that was split.</summary>
    public Corpus Corpus { get; }

    /// <summary>How the split was made: protocol, seed, fold.</summary>
    public SplitOrigin Origin { get; }

    /// <summary>The clips to train on.</summary>
    public TrainingSet Training { get; }

    /// <summary>The clips to choose the epoch on; empty if the last epoch is taken.</summary>
    public ValidationSet Validation { get; }

    /// <summary>The clips to report the result on; empty only in a final run (<see cref="SplitOrigin.IsFinal"/>).</summary>
    public TestSet Test { get; }

    /// <summary>The labels; an index into this list is the class number.</summary>
    public IReadOnlyList<string> Labels => Corpus.Labels;

    /// <summary>
    /// Whether the epoch is chosen on the same clips the result is reported on. Such a result is optimistic and every report says so.
    /// </summary>
    public bool IsTestSelected => Origin.IsTestSelected;

    /// <summary>Whether no speaker of the test part occurs in the other parts.</summary>
    public bool IsSpeakerIndependent =>
        !Test.Speakers.Intersect(Training.Speakers).Any() && (IsTestSelected || !Test.Speakers.Intersect(Validation.Speakers).Any());

    /// <summary>SHA-256 over the clips of each part with their labels, as 64 hexadecimal digits. The same on every machine.</summary>
    public string Hash { get; }

    /// <summary>Creates a split from given parts, after checking that no recording is in two parts.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="origin">How the split was made.</param>
    /// <param name="training">The clips to train on; at least one.</param>
    /// <param name="validation">The clips to choose the epoch on; may be empty.</param>
    /// <param name="test">The clips to report the result on; at least one, or none in a final run.</param>
    /// <exception cref="CorpusException">A part is empty, or a recording is in two parts.</exception>
    public static DataSplit Create(
        Corpus corpus, SplitOrigin origin, IEnumerable<Utterance> training, IEnumerable<Utterance> validation, IEnumerable<Utterance> test)
    {
        TrainingSet trainingSet = new(corpus, training);
        ValidationSet validationSet = new(corpus, validation);
        TestSet testSet = new(corpus, test);
        LeakCheck.Run(corpus, origin, trainingSet, validationSet, testSet);
        return new DataSplit(corpus, origin, trainingSet, validationSet, testSet);
    }

    /// <summary>Writes the split as JSON: identifiers, parts, origin and hash; no paths.</summary>
    /// <param name="path">The file; an existing one is replaced atomically.</param>
    public void Save(string path) => SplitFile.Save(this, path);

    /// <summary>Reads a split and finds its clips in a corpus.</summary>
    /// <param name="path">The file written by <see cref="Save"/>.</param>
    /// <param name="corpus">The corpus the split was made from.</param>
    /// <exception cref="CorpusException">The file is not a split, clips are missing, or the corpus labels them differently.</exception>
    public static DataSplit Load(string path, Corpus corpus) => SplitFile.Load(path, corpus);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Origin}: {Training.Count} training, {Validation.Count} validation, {Test.Count} test clips, hash {Hash[..12]}";
}
