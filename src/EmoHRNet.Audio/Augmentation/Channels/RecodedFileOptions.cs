using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The lossy files that <see cref="RecodedFile"/> stores utterances in.</summary>
public sealed record RecodedFileOptions : ValidatedOptions
{
    /// <summary>The codecs, all equally likely; at least one. Default MP3, AAC and Vorbis.</summary>
    public IReadOnlyList<LossyCodec> Codecs { get; init; } = [LossyCodec.Mp3, LossyCodec.Aac, LossyCodec.Vorbis];

    /// <summary>The lowest bit rate in kbit/s, 8 to <see cref="MaximumKilobits"/>. Default 16.</summary>
    public int MinimumKilobits { get; init; } = 16;

    /// <summary>The highest bit rate in kbit/s, <see cref="MinimumKilobits"/> to 320. Default 64.</summary>
    public int MaximumKilobits { get; init; } = 64;

    /// <summary>Compares lists by their entries.</summary>
    public bool Equals(RecodedFileOptions? other) =>
        other is not null && MinimumKilobits == other.MinimumKilobits && MaximumKilobits == other.MaximumKilobits
        && (Codecs ?? []).SequenceEqual(other.Codecs ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => (Codecs ?? []).Aggregate(HashCode.Combine(MinimumKilobits, MaximumKilobits), HashCode.Combine);

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems
            .Require(Codecs is { Count: > 0 }, nameof(Codecs), Codecs is null ? null : "empty", "at least one codec")
            .Range(nameof(MinimumKilobits), MinimumKilobits, 8, 320)
            .Range(nameof(MaximumKilobits), MaximumKilobits, 8, 320)
            .Require(!(MinimumKilobits > MaximumKilobits), nameof(MinimumKilobits), MinimumKilobits, $"at most {nameof(MaximumKilobits)}");
        foreach (LossyCodec codec in Codecs ?? [])
        {
            problems.Defined(nameof(Codecs), codec);
        }
    }
}
