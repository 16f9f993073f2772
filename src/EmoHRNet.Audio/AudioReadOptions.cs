using EmoHRNet.Audio.Formats;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio;

/// <summary>How audio is read. By default, the format is recognized by content and damaged files are rejected.</summary>
public sealed record AudioReadOptions : ValidatedOptions
{
    /// <summary>
    /// The last sentence of messages about damaged audio. Applications that offer <see cref="AllowTruncated"/> under another name replace
    /// it by a sentence of their own.
    /// </summary>
    public const string TruncationHint = $"Set {nameof(AudioReadOptions)}.{nameof(AllowTruncated)} to read what is there.";

    /// <summary>
    /// Whether truncated or damaged audio is read up to the damage, with a note that states its length; otherwise it is rejected.
    /// Default: false.
    /// </summary>
    public bool AllowTruncated { get; init; }

    /// <summary>The layout of samples without a header; null (the default) recognizes the format by content.</summary>
    public RawAudioFormat? Raw { get; init; }

    /// <summary>The application's own decoders, tried in this order before the built-in ones. Default: none.</summary>
    public IReadOnlyList<IAudioDecoder> Decoders { get; init; } = [];

    /// <summary>Whether an <c>ffmpeg</c> executable decodes what neither the library nor <see cref="Decoders"/> can. Default: true.</summary>
    public bool UseFfmpeg { get; init; } = true;

    /// <summary>The path of the <c>ffmpeg</c> executable; null (the default) looks it up in PATH.</summary>
    public string? FfmpegPath { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(FfmpegPath is null || !string.IsNullOrWhiteSpace(FfmpegPath), nameof(FfmpegPath), FfmpegPath, "a path or null");
        problems.Require(
            Decoders is not null && Decoders.All(d => d is not null), nameof(Decoders), Decoders is null ? null : "a list with null", "a list without null");
        if (Raw is not null)
        {
            problems.Nested(nameof(Raw), Raw.CollectProblems);
        }
    }
}
