namespace EmoHRNet.Splits;

/// <summary>The groups of clips that a protocol keeps together.</summary>
public enum UtteranceGroup
{
    /// <summary>All clips of a speaker.</summary>
    Speaker,

    /// <summary>All clips of a recording session; sessions of IEMOCAP have two speakers.</summary>
    Session,

    /// <summary>All clips of a corpus, in a combination of corpora.</summary>
    Corpus,
}
