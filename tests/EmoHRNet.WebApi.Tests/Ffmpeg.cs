using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Makes compressed clips, if the machine has ffmpeg.</summary>
internal static class Ffmpeg
{
    /// <returns>The clip in that container, or null when there is no ffmpeg, or none that writes it.</returns>
    public static byte[]? Encode(string clip, string extension) => Run(extension, "-i", clip);

    /// <summary>Silence of any length in a small file.</summary>
    /// <inheritdoc cref="Encode"/>
    public static byte[]? Silence(string extension, TimeSpan length) => Run(
        extension, "-f", "lavfi", "-i", "anullsrc=sample_rate=8000:channel_layout=mono", "-t", length.TotalSeconds.ToString(CultureInfo.InvariantCulture));

    private static byte[]? Run(string extension, params string[] input)
    {
        using TemporaryFolder folder = new();
        string encoded = folder["clip." + extension];
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-loglevel", "error", .. input, encoded]))!;
            process.WaitForExit();
            return process.ExitCode == 0 ? File.ReadAllBytes(encoded) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
