using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>The clips a network is trained on.</summary>
public sealed class TrainingSet : SplitPart
{
    internal TrainingSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "training";
}
