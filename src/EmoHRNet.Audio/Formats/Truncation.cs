using System.Globalization;

namespace EmoHRNet.Audio.Formats;

/// <summary>Decides what it means that a header promises more than there is.</summary>
internal static class Truncation
{
    /// <summary>Recorders that count their own header, or the room for another one, as samples miss by up to so many bytes.</summary>
    private const long MaximumMiscount = 64;

    /// <returns>The note that goes with what is there.</returns>
    /// <exception cref="AudioFormatException">The audio is truncated, and that is not allowed.</exception>
    public static string Judge(string name, AudioHeader header, long found, bool allowTruncated)
    {
        if (IsMiscount(header, found))
        {
            return MiscountNote(header, found);
        }

        if (!allowTruncated)
        {
            throw new AudioFormatException($"{Describe(name, header, found)} {AudioReadOptions.TruncationHint}");
        }

        double bytesPerSecond = header.Format.SampleRate * header.BytesPerFrame;
        return $"The file is truncated: {Text(found / bytesPerSecond)} s of the {Text(Promised(header) / bytesPerSecond)} s that its header promises were there.";
    }

    /// <summary>Whether so little is missing that nothing is.</summary>
    public static bool IsMiscount(AudioHeader header, long found) => header.Container == "WAV" && found > 0 && Promised(header) - found <= MaximumMiscount;

    public static string MiscountNote(AudioHeader header, long found) =>
        $"The header promises {Promised(header) - found} bytes more than the file holds; they were taken for a miscount of the recorder.";

    public static string Describe(string name, AudioHeader header, long found) =>
        $"{name}: the header promises {Promised(header)} bytes of samples and the file holds {found}; it is truncated.";

    private static long Promised(AudioHeader header) => header.DataLength ?? 0;

    private static string Text(double seconds) => seconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
