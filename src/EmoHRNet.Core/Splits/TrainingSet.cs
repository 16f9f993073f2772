using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>What a network learns from.</summary>
public sealed class TrainingSet : SplitPart
{
    internal TrainingSet(Corpus corpus, IEnumerable<Utterance> utterances)
        : base(corpus, utterances)
    {
    }

    /// <inheritdoc/>
    public override string Name => "training";
}
