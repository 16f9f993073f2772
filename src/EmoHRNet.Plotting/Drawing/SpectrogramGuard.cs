using EmoHRNet.Audio.Features;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Rejects spectrograms that do not match the axes.</summary>
internal static class SpectrogramGuard
{
    public static void Check(Spectrogram spectrogram, int channel, MelSpectrogramOptions features)
    {
        ArgumentNullException.ThrowIfNull(spectrogram);
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, spectrogram.ChannelCount);
        if (spectrogram.BandCount != features.BandCount)
        {
            throw new ArgumentException(
                $"Found {spectrogram.BandCount} bands; expected {features.BandCount}, as the mel options that name the axes say.",
                nameof(spectrogram));
        }

        if (spectrogram.FrameCount == 0)
        {
            throw new ArgumentException("Found a spectrogram without frames; expected at least one.", nameof(spectrogram));
        }
    }
}
