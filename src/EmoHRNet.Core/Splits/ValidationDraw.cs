using EmoHRNet.Corpora;

namespace EmoHRNet.Splits;

/// <summary>Draws the validation part from the clips outside the test part.</summary>
internal static class ValidationDraw
{
    public static (IReadOnlyList<Utterance> Validation, IReadOnlyList<Utterance> Training) Stratified(
        Corpus corpus, IReadOnlyList<Utterance> utterances, double fraction, int seed) =>
        fraction == 0 ? ([], utterances) : Stratification.Take(corpus, utterances, fraction, seed, "validation");

    /// <summary>Takes whole speakers, so that the epoch is chosen on voices the network was not trained on.</summary>
    public static (IReadOnlyList<Utterance> Validation, IReadOnlyList<Utterance> Training) BySpeaker(
        Corpus corpus, IReadOnlyList<Utterance> utterances, double fraction, int seed, string protocol)
    {
        if (fraction == 0)
        {
            return ([], utterances);
        }

        int speakers = utterances.Select(utterance => utterance.Speaker).Distinct().Count();
        SplitRequirements.AtLeast(
            corpus, "speakers outside the test part", speakers, 2, protocol + " with a validation part",
            "Do without a validation part (a validation fraction of 0; --validation 0), draw clips by chance, or add recordings.");
        HashSet<string> chosen = SpeakerDraw.Take(utterances, fraction, seed, "validation speakers");
        ILookup<bool, Utterance> parts = utterances.ToLookup(utterance => chosen.Contains(utterance.Speaker));
        return ([.. parts[true]], [.. parts[false]]);
    }
}
