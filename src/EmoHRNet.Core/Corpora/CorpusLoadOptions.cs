using EmoHRNet.Audio;

namespace EmoHRNet.Corpora;

/// <summary>How strictly a corpus folder is read. The defaults reject an incomplete corpus.</summary>
public sealed record CorpusLoadOptions
{
    /// <summary>
    /// Accept a folder with fewer clips than were published. Default false: results on part of a corpus cannot be compared.
    /// </summary>
    public bool AllowIncomplete { get; init; }

    /// <summary>
    /// Leave out clips that are empty or unreadable instead of rejecting the corpus; they are listed in the report. Default false. Loading
    /// reads only the beginning of files; <see cref="ClipDecoding"/> decodes them completely.
    /// </summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>How clips are read while loading. Default: formats are recognized by content, and damaged clips are rejected.</summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>
    /// The extensions of audio files, ignoring case; where a clip exists in several formats, the first of the list is read. Default
    /// <see cref="AudioFileNames.Extensions"/>.
    /// </summary>
    public IReadOnlyList<string> Extensions { get; init; } = AudioFileNames.Extensions;
}
