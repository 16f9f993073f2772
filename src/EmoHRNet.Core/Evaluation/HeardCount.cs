using System.Globalization;
using System.Text.Json.Serialization;
using EmoHRNet.Corpora;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Evaluation;

/// <summary>
/// How much of the evaluated audio was used to make the model: to train it or to choose it, directly or through its parent models.
/// </summary>
/// <param name="HeardClips">The number of evaluated clips that it has heard.</param>
/// <param name="ClipCount">The number of evaluated clips.</param>
/// <param name="HeardSpeakers">The names of the speakers it has heard, in these clips or in others.</param>
/// <param name="SpeakerCount">The number of evaluated speakers.</param>
/// <param name="HasUnknownSpeakers">
/// Whether speakers of clips on either side are unknown; the model may then have heard more speakers than named.
/// </param>
public sealed record HeardCount(int HeardClips, int ClipCount, IReadOnlyList<string> HeardSpeakers, int SpeakerCount, bool HasUnknownSpeakers)
{
    internal const string Unknown = "unknown";

    /// <summary>Whether all evaluated speakers are new to the model; null if not known.</summary>
    [JsonIgnore]
    public bool? IsSpeakerIndependent => HeardSpeakers.Count > 0 || HeardClips > 0 ? false : HasUnknownSpeakers ? null : true;

    /// <summary>Counts what a model has heard. Reads the clips' files.</summary>
    /// <param name="heard">What the model has heard; null if not known.</param>
    /// <param name="evaluated">The evaluated clips.</param>
    /// <param name="known">
    /// Other clips of the same corpus, to recognize speakers: the speaker of any clip the model has heard counts as heard. Null for none.
    /// </param>
    /// <returns>Null if it is not known what the model has heard.</returns>
    /// <exception cref="CorpusException">A clip cannot be read.</exception>
    public static HeardCount? Of(HeardSpeech? heard, IReadOnlyList<Utterance> evaluated, IReadOnlyList<Utterance>? known = null)
    {
        if (heard is null)
        {
            return null;
        }

        Utterance[] all = [.. evaluated.Concat(known ?? []).DistinctBy(clip => clip.Id)];
        HashSet<string> heardIds = [.. all.AsParallel().Where(heard.HasClip).Select(clip => clip.Id)];
        HashSet<string> heardSpeakers =
        [
            .. all.Where(ClipFingerprint.HasSpeaker).Where(clip => heardIds.Contains(clip.Id) || heard.HasSpeakerOf(clip)).Select(clip => clip.Speaker),
        ];
        string[] speakers = [.. evaluated.Select(clip => clip.Speaker).Distinct().Order(StringComparer.Ordinal)];
        return new HeardCount(
            evaluated.Count(clip => heardIds.Contains(clip.Id)),
            evaluated.Count,
            [.. speakers.Where(heardSpeakers.Contains)],
            speakers.Length,
            heard.HasUnknownSpeakers || !evaluated.All(ClipFingerprint.HasSpeaker));
    }

    /// <summary>
    /// What the models of several folds have heard of their own test parts, added up; null if it is not known for one of them.
    /// </summary>
    internal static HeardCount? OfFolds(IReadOnlyList<EvaluationReport> folds)
    {
        HeardCount?[] counts = [.. folds.Select(fold => fold.Context.Heard)];
        return counts.Contains(null)
            ? null
            : new HeardCount(
                counts.Sum(each => each!.HeardClips),
                counts.Sum(each => each!.ClipCount),
                [.. counts.SelectMany(each => each!.HeardSpeakers).Distinct().Order(StringComparer.Ordinal)],
                folds.SelectMany(fold => fold.Speakers).Select(speaker => speaker.Speaker).Distinct().Count(),
                counts.Any(each => each!.HasUnknownSpeakers));
    }

    /// <summary>For instance <c>12 of 240 clips, 4 of 4 speakers</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{HeardClips} of {ClipCount} clips, {HeardSpeakers.Count} of {SpeakerCount} speakers{(HasUnknownSpeakers ? "; some clips do not say who speaks" : "")}");
}
