using EmoHRNet.Audio;

namespace EmoHRNet.Corpora;

/// <summary>How strictly a corpus folder is read. The defaults refuse anything that is not the whole corpus.</summary>
public sealed record CorpusLoadOptions
{
    /// <summary>Accept a folder with fewer clips than were published. Default false: half a corpus gives numbers nobody can compare.</summary>
    public bool AllowIncomplete { get; init; }

    /// <summary>Leave out clips that are empty or unreadable instead of refusing the corpus; they stay listed in the report. Default false. Loading looks at the beginning of files; <see cref="ClipDecoding"/> reads them whole.</summary>
    public bool SkipUnreadable { get; init; }

    /// <summary>How clips are read where loading looks at them. Default: the format by content, damaged clips refused.</summary>
    public AudioReadOptions Reading { get; init; } = new();

    /// <summary>
    /// The file name extensions taken for audio, without regard to case; where a clip is there in several forms, the first of the list is read.
    /// Default <see cref="AudioFileNames.Extensions"/>.
    /// </summary>
    public IReadOnlyList<string> Extensions { get; init; } = AudioFileNames.Extensions;
}
