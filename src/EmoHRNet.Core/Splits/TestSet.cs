using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>The clips on which the result is reported, once, after everything has been chosen.</summary>
public sealed class TestSet : SplitPart
{
    internal TestSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "test";
}
