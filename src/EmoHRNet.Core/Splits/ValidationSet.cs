using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>The clips on which the epoch, the temperature and all other settings are chosen; empty if nothing is chosen.</summary>
public sealed class ValidationSet : SplitPart
{
    internal ValidationSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "validation";
}
