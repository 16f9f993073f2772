using System.Globalization;

namespace EmoHRNet.Audio.Formats;

/// <summary>Decides between a damaged file and a wrong header where a header declares more samples than there are.</summary>
internal static class Truncation
{
    /// <summary>The error in bytes of recorders that count their own header, or the room for another one, as samples.</summary>
    private const long MaximumMiscount = 64;

    /// <returns>The note about the missing samples.</returns>
    /// <exception cref="AudioFormatException">The audio is truncated, and truncation is not allowed.</exception>
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

    /// <summary>Whether so little is missing that the recorder miscounted.</summary>
    public static bool IsMiscount(AudioHeader header, long found) => header.Container == "WAV" && found > 0 && Promised(header) - found <= MaximumMiscount;

    public static string MiscountNote(AudioHeader header, long found) =>
        $"The header promises {Promised(header) - found} bytes more than the file holds; the recorder has probably miscounted.";

    public static string Describe(string name, AudioHeader header, long found) =>
        $"{name}: the header promises {Promised(header)} bytes of samples and the file holds {found}; it is truncated.";

    private static long Promised(AudioHeader header) => header.DataLength ?? 0;

    private static string Text(double seconds) => seconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
