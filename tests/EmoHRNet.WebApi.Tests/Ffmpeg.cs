using System.ComponentModel;
using System.Diagnostics;
using EmoHRNet.TestSupport;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Makes compressed clips, where the machine can.</summary>
internal static class Ffmpeg
{
    /// <returns>The clip in that container, or null when there is no ffmpeg, or none that writes it.</returns>
    public static byte[]? Encode(string clip, string extension)
    {
        using TemporaryFolder folder = new();
        string encoded = folder["clip." + extension];
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-loglevel", "error", "-i", clip, encoded]))!;
            process.WaitForExit();
            return process.ExitCode == 0 ? File.ReadAllBytes(encoded) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
