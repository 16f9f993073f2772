namespace EmoHRNet.Corpora;

/// <summary>One labeled recording of one speaker.</summary>
/// <param name="Id">A name that is the same on every machine and unique within the corpus: <c>ravdess/03-01-05-02-01-01-03</c>.</param>
/// <param name="Path">Where the audio file is on this machine.</param>
/// <param name="Emotion">The label; one of the corpus's labels.</param>
/// <param name="Speaker">Who speaks; unique within a combination of corpora when the corpora are.</param>
public sealed record Utterance(string Id, string Path, string Emotion, string Speaker)
{
    /// <summary>The recording session, where the corpus has sessions.</summary>
    public string? Session { get; init; }

    /// <summary>The short name of the corpus: <c>ravdess</c>.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>
    /// The identifier of the recording this clip is known to repeat; null for a recording of its own. Copies that were resampled with
    /// dither no longer agree byte for byte, so comparing files does not find them.
    /// </summary>
    public string? RepeatOf { get; init; }

    /// <summary>
    /// Whether the identifier means the same recording wherever it is met, as those of published corpora do: a resampled copy is then
    /// recognized by it. Loaders of published corpora set it; <c>angry/01.wav</c> in a folder of one's own can be anything.
    /// </summary>
    public bool HasPublishedId { get; init; }

    /// <summary>
    /// What else the corpus says of the clip. Published corpora have one key for one thing: <c>sentence</c> (what is said), <c>intensity</c>,
    /// <c>repetition</c>, <c>gender</c>; tables have their other columns.
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
