using EmoHRNet.Corpora;

namespace EmoHRNet.ModelFiles;

/// <summary>
/// What a model has heard: fingerprints of the clips it was trained or chosen on, and of their speakers. They tell whether a given clip is
/// one of them, but reveal nothing else about these clips.
/// </summary>
/// <remarks>
/// A clip is recognized by the bytes of its file, and in published corpora also by its identifier, which a resampled copy keeps. A speaker
/// is recognized by name (<c>ravdess-07</c>). Clips of parent models (fine-tuning, distillation) are included.
/// </remarks>
public sealed record HeardSpeech
{
    /// <summary>What a new network has heard: nothing.</summary>
    public static HeardSpeech Nothing { get; } = new();

    /// <summary>Fingerprints of the clips' files.</summary>
    public FingerprintSet Clips { get; init; } = FingerprintSet.Empty;

    /// <summary>Fingerprints of the clips' identifiers, for published corpora.</summary>
    public FingerprintSet ClipIds { get; init; } = FingerprintSet.Empty;

    /// <summary>Fingerprints of the speakers' names.</summary>
    public FingerprintSet Speakers { get; init; } = FingerprintSet.Empty;

    /// <summary>Whether the speaker of some clips is not known.</summary>
    public bool HasUnknownSpeakers { get; init; }

    /// <summary>Computes the fingerprints of clips and their speakers. Reads the files.</summary>
    /// <exception cref="CorpusException">A file cannot be read.</exception>
    public static HeardSpeech Of(IReadOnlyList<Utterance> utterances) => new()
    {
        Clips = new FingerprintSet(utterances.AsParallel().Select(ClipFingerprint.OfContent)),
        ClipIds = new FingerprintSet(utterances.Where(clip => clip.HasPublishedId).Select(ClipFingerprint.OfId)),
        Speakers = new FingerprintSet(utterances.Where(ClipFingerprint.HasSpeaker).Select(ClipFingerprint.OfSpeaker)),
        HasUnknownSpeakers = !utterances.All(ClipFingerprint.HasSpeaker),
    };

    /// <summary>What several models have heard in total; null if it is not known for one of them.</summary>
    public static HeardSpeech? Union(IEnumerable<HeardSpeech?> all)
    {
        HeardSpeech? union = Nothing;
        foreach (HeardSpeech? each in all)
        {
            union = union is null || each is null ? null : new HeardSpeech
            {
                Clips = union.Clips.Union(each.Clips),
                ClipIds = union.ClipIds.Union(each.ClipIds),
                Speakers = union.Speakers.Union(each.Speakers),
                HasUnknownSpeakers = union.HasUnknownSpeakers || each.HasUnknownSpeakers,
            };
        }

        return union;
    }

    /// <summary>Whether the model has heard a clip. Reads its file.</summary>
    /// <exception cref="CorpusException">The file cannot be read.</exception>
    public bool HasClip(Utterance utterance) =>
        (utterance.HasPublishedId && ClipIds.Contains(ClipFingerprint.OfId(utterance))) || Clips.Contains(ClipFingerprint.OfContent(utterance));

    /// <summary>Whether the model has heard the speaker of a clip, by name.</summary>
    public bool HasSpeakerOf(Utterance utterance) =>
        ClipFingerprint.HasSpeaker(utterance) && Speakers.Contains(ClipFingerprint.OfSpeaker(utterance));
}
