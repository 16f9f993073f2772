using System.Globalization;

namespace EmoHRNet.Audio.Formats;

/// <summary>Decides what it means that a header promises more than there is.</summary>
internal static class Truncation
{
    /// <summary>Recorders that count their own header, or the room for another one, as samples miss by up to so many bytes.</summary>
    private const long MaximumMiscount = 128;

    /// <returns>The note that goes with what is there.</returns>
    /// <exception cref="AudioFormatException">The audio is truncated, and that is not allowed.</exception>
    public static string Judge(string name, AudioHeader header, long found, bool allowTruncated)
    {
        long promised = header.DataLength ?? found;
        if (promised - found <= MaximumMiscount && found > 0)
        {
            return $"The header promises {promised - found} bytes more than the file holds; they were taken for a miscount of the recorder.";
        }

        if (!allowTruncated)
        {
            throw new AudioFormatException(
                $"{name}: the header promises {promised} bytes of samples and the file holds {found}; it is truncated. "
                + $"Set {nameof(AudioReadOptions)}.{nameof(AudioReadOptions.AllowTruncated)} to read what is there.");
        }

        double bytesPerSecond = (double)header.Format.SampleRate * header.BytesPerFrame;
        return $"The file is truncated: {Text(found / bytesPerSecond)} s of the {Text(promised / bytesPerSecond)} s that its header promises were there.";
    }

    private static string Text(double seconds) => seconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
