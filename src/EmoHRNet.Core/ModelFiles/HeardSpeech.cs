using EmoHRNet.Corpora;

namespace EmoHRNet.ModelFiles;

/// <summary>
/// What a model has heard while it was made: fingerprints of the clips it learned from or was chosen on, and of their speakers. They tell
/// whether a clip at hand is one of them, and nothing of those that are not at hand.
/// </summary>
/// <remarks>
/// A clip is recognized by the bytes of its file, and where its corpus is published also by its identifier, which a resampled copy keeps.
/// A speaker is recognized by name (<c>ravdess-07</c>). Networks that the model was tuned from or taught by count as well.
/// </remarks>
public sealed record HeardSpeech
{
    /// <summary>Nothing at all: what a new network has heard.</summary>
    public static HeardSpeech Nothing { get; } = new();

    /// <summary>The clips, by the bytes of their files.</summary>
    public FingerprintSet Clips { get; init; } = FingerprintSet.Empty;

    /// <summary>Those of published corpora, by identifier.</summary>
    public FingerprintSet ClipIds { get; init; } = FingerprintSet.Empty;

    /// <summary>The speakers, by name.</summary>
    public FingerprintSet Speakers { get; init; } = FingerprintSet.Empty;

    /// <summary>Whether some clips do not say who speaks: anybody can be heard in them.</summary>
    public bool HasUnknownSpeakers { get; init; }

    /// <summary>What is heard in clips. Reads their files.</summary>
    /// <exception cref="CorpusException">A file cannot be read.</exception>
    public static HeardSpeech Of(IReadOnlyList<Utterance> utterances) => new()
    {
        Clips = new FingerprintSet(utterances.AsParallel().Select(ClipFingerprint.OfContent)),
        ClipIds = new FingerprintSet(utterances.Where(clip => clip.HasPublishedId).Select(ClipFingerprint.OfId)),
        Speakers = new FingerprintSet(utterances.Where(ClipFingerprint.HasSpeaker).Select(ClipFingerprint.OfSpeaker)),
        HasUnknownSpeakers = !utterances.All(ClipFingerprint.HasSpeaker),
    };

    /// <summary>What several have heard together; null when that of one of them is not known.</summary>
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

    /// <summary>Whether a clip is one of those heard. Reads its file.</summary>
    /// <exception cref="CorpusException">The file cannot be read.</exception>
    public bool HasClip(Utterance utterance) =>
        (utterance.HasPublishedId && ClipIds.Contains(ClipFingerprint.OfId(utterance))) || Clips.Contains(ClipFingerprint.OfContent(utterance));

    /// <summary>Whether the speaker of a clip is one of those heard, by name.</summary>
    public bool HasSpeakerOf(Utterance utterance) =>
        ClipFingerprint.HasSpeaker(utterance) && Speakers.Contains(ClipFingerprint.OfSpeaker(utterance));
}
