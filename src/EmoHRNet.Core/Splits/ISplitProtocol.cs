using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>A rule that splits a corpus into training, validation and test parts, once or once per fold.</summary>
public interface ISplitProtocol
{
    /// <summary>The name for a paper, with its numbers: <c>stratified 5-fold</c>.</summary>
    string Name { get; }

    /// <summary>Splits the corpus; protocols without folds return one split.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <returns>One split per fold, numbered from 1.</returns>
    /// <exception cref="CorpusException">The corpus has too few clips, classes, speakers or sessions.</exception>
    IReadOnlyList<DataSplit> Split(Corpus corpus);
}
