using System.Globalization;

namespace EmoHRNet.Corpora;

/// <summary>What one corpus contributes to a combination, and what was left out of it.</summary>
/// <param name="Info">Name, license and citation of the corpus; its labels after relabeling.</param>
/// <param name="UtteranceCount">The number of its utterances.</param>
/// <param name="SpeakerCount">The number of its speakers.</param>
public sealed record CorpusPart(CorpusInfo Info, int UtteranceCount, int SpeakerCount)
{
    /// <summary>The number of clips left out because a <see cref="LabelMap"/> maps their label to nothing, by label.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, int>.Empty;

    /// <summary>Unreadable clips that were left out, and why.</summary>
    public IReadOnlyList<ClipProblem> Unreadable { get; init; } = [];

    /// <summary>
    /// What was found in the folder, compared with what was published; null for a corpus that was not read from a folder.
    /// </summary>
    public CorpusReport? Report { get; init; }

    /// <summary>The number of clips left out, with their labels: <c>81 left out (boredom)</c>; empty when there are none.</summary>
    public string DescribeLeftOut() => LeftOut.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{LeftOut.Values.Sum()} left out ({string.Join(", ", LeftOut.Keys.Order(StringComparer.Ordinal))})");

    /// <summary>One line: <c>EMO-DB: 454 utterances of 10 speakers, 81 left out (boredom)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Info.Title}: {UtteranceCount} utterances of {SpeakerCount} {(SpeakerCount == 1 ? "speaker" : "speakers")}{(LeftOut.Count == 0 ? "" : ", " + DescribeLeftOut())}");

    internal static CorpusPart Of(CorpusInfo info, IReadOnlyList<Utterance> utterances, CorpusReport? report) =>
        new(info, utterances.Count, utterances.Select(utterance => utterance.Speaker).Distinct().Count())
        {
            Report = report,
            Unreadable = report?.Unreadable ?? [],
        };
}
