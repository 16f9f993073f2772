namespace EmoHRNet.Corpora;

/// <summary>One labeled recording of one speaker.</summary>
/// <param name="Id">A name that is the same on every machine and unique within the corpus: <c>ravdess/03-01-05-02-01-01-03</c>.</param>
/// <param name="Path">The path of the audio file on this machine.</param>
/// <param name="Emotion">The label; one of the corpus's labels.</param>
/// <param name="Speaker">The speaker. Loaders prefix the name with the corpus, so that it stays unique in a combination of corpora.</param>
public sealed record Utterance(string Id, string Path, string Emotion, string Speaker)
{
    /// <summary>The recording session, where the corpus has sessions.</summary>
    public string? Session { get; init; }

    /// <summary>The short name of the corpus: <c>ravdess</c>.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>
    /// The identifier of the recording that this clip is known to repeat; null if none. Copies that were resampled with dither differ in
    /// bytes, so comparing files does not find them.
    /// </summary>
    public string? RepeatOf { get; init; }

    /// <summary>
    /// Whether the identifier means the same recording everywhere, as in published corpora: a resampled copy is then recognized by it.
    /// Loaders of published corpora set it; <c>angry/01.wav</c> in your own folder can be anything.
    /// </summary>
    public bool HasPublishedId { get; init; }

    /// <summary>
    /// Other metadata of the clip. All published corpora use the same keys: <c>sentence</c> (the text), <c>intensity</c>,
    /// <c>repetition</c>, <c>gender</c>; in tables, the names of the other columns.
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
