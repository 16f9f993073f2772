using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="WaveformTimeShift"/> moves an utterance in time.</summary>
public sealed record WaveformTimeShiftOptions : ValidatedOptions
{
    /// <summary>The largest shift in seconds, 0 to 3,600, in either direction; never more than the utterance lasts. Default 0.1.</summary>
    public double MaximumSeconds { get; init; } = 0.1;

    /// <summary>What fills the empty samples. Default <see cref="TimeShiftFill.Constant"/>, silence.</summary>
    public TimeShiftFill Fill { get; init; } = TimeShiftFill.Constant;

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MaximumSeconds), MaximumSeconds, 0, 3600)
        .Defined(nameof(Fill), Fill);
}
