using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>How <see cref="TimeShift"/> moves a spectrogram in time.</summary>
public sealed record TimeShiftOptions : ValidatedOptions
{
    /// <summary>The largest shift in frames, 0 to 1,000,000, in either direction; never more than the spectrogram has. Default 16.</summary>
    public int MaximumShift { get; init; } = 16;

    /// <summary>What fills the empty frames. Default <see cref="TimeShiftFill.Constant"/>.</summary>
    public TimeShiftFill Fill { get; init; } = TimeShiftFill.Constant;

    /// <summary>The value of <see cref="TimeShiftFill.Constant"/>, finite. Default 0, the mean of normalized features.</summary>
    public float FillValue { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(MaximumShift), MaximumShift, 0, 1_000_000)
        .Defined(nameof(Fill), Fill)
        .Require(float.IsFinite(FillValue), nameof(FillValue), FillValue, "a finite number");
}
