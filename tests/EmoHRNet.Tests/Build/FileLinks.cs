using System.Diagnostics;
using System.Globalization;

namespace EmoHRNet.Tests.Build;

/// <summary>Hard links on Linux, through coreutils, because .NET 10 can neither count nor create them.</summary>
internal static class FileLinks
{
    public static int Count(string path) =>
        int.Parse(Run("stat", "-c", "%h", path).Output, CultureInfo.InvariantCulture);

    public static bool TryCreate(string existing, string link) => Run("ln", existing, link).ExitCode == 0;

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
