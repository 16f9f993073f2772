using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>What the result is reported on, once, after everything was chosen.</summary>
public sealed class TestSet : SplitPart
{
    internal TestSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "test";
}
