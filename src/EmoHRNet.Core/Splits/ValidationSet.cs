using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>What the epoch, the temperature and every other setting are chosen on; empty when nothing is chosen.</summary>
public sealed class ValidationSet : SplitPart
{
    internal ValidationSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "validation";
}
