using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Moves a spectrogram along the time axis by a random number of frames.</summary>
/// <remarks>
/// The shift is uniform over the integers -<see cref="TimeShiftOptions.MaximumShift"/> to <see cref="TimeShiftOptions.MaximumShift"/>;
/// positive is later. The number of frames stays: frames shifted over one end are cropped (or wrap around to the other, with
/// <see cref="TimeShiftFill.Wrap"/>), and empty places are filled. All bands and channels move together.
/// </remarks>
public sealed class TimeShift : ISpecAugment
{
    private readonly TimeShiftOptions _options;

    /// <summary>Creates the augmentation.</summary>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public TimeShift(TimeShiftOptions? options = null)
    {
        _options = options ?? new TimeShiftOptions();
        _options.Validate();
    }

    /// <summary>The settings.</summary>
    public override string ToString() => $"{_options}";

    /// <inheritdoc/>
    public void Apply(Spectrogram spectrogram, Random random)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        ArgumentNullException.ThrowIfNull(random);
        int maximum = Math.Min(_options.MaximumShift, spectrogram.FrameCount);
        int shift = random.Next(-maximum, maximum + 1);
        if (shift == 0)
        {
            return;
        }

        for (int channel = 0; channel < spectrogram.ChannelCount; channel++)
        {
            for (int band = 0; band < spectrogram.BandCount; band++)
            {
                TimeShifting.Shift(spectrogram.Band(channel, band), shift, _options.Fill, _options.FillValue);
            }
        }
    }
}
