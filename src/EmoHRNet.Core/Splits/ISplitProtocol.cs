using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>A rule that divides a corpus into training, validation and test parts, once or once per fold.</summary>
public interface ISplitProtocol
{
    /// <summary>What a paper would call it, with its numbers: <c>stratified 5-fold</c>.</summary>
    string Name { get; }

    /// <summary>Divides the corpus; protocols without folds give one split.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <returns>One split per fold, numbered from 1.</returns>
    /// <exception cref="CorpusException">The corpus does not allow it: too few clips, classes, speakers or sessions.</exception>
    IReadOnlyList<DataSplit> Split(Corpus corpus);
}
