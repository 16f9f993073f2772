using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation.Channels;

/// <summary>The calls that <see cref="OpusCall"/> simulates.</summary>
public sealed record OpusOptions : ValidatedOptions
{
    /// <summary>The lowest bit rate in kbit/s, 6 to <see cref="MaximumKilobits"/>. Default 6: as narrow as a telephone.</summary>
    public int MinimumKilobits { get; init; } = 6;

    /// <summary>The highest bit rate in kbit/s, <see cref="MinimumKilobits"/> to 128. Default 24: a good call.</summary>
    public int MaximumKilobits { get; init; } = 24;

    /// <summary>The largest share of lost packets, 0 to 0.5; each utterance draws its share between 0 and this. Default 0.05.</summary>
    public double MaximumPacketLoss { get; init; } = 0.05;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MinimumKilobits), MinimumKilobits, 6, 128)
        .Range(nameof(MaximumKilobits), MaximumKilobits, 6, 128)
        .Require(!(MinimumKilobits > MaximumKilobits), nameof(MinimumKilobits), MinimumKilobits, $"at most {nameof(MaximumKilobits)}")
        .Range(nameof(MaximumPacketLoss), MaximumPacketLoss, 0, 0.5);
}
