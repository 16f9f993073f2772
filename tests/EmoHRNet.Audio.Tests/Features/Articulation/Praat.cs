using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Features.Articulation;

/// <summary>Runs scripts of Praat (Boersma and Weenink), the reference of phoneticians; Debian's package is praat.</summary>
internal static class Praat
{
    /// <summary>Runs a script and reads the table that it prints, with undefined values as NaN; null where Praat is missing.</summary>
    public static double[][]? Run(string script)
    {
        using TemporaryFolder folder = new();
        string path = folder["script.praat"];
        File.WriteAllText(path, script);
        ProcessStartInfo start = new("praat", ["--run", path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process? process = TryStart(start);
        if (process is null)
        {
            return null;
        }

        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row)];
    }

    private static double[] Row(string line) =>
        [.. line.Split('\t').Select(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
