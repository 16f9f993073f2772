using System.Diagnostics;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>Runs a published program that is not started by <c>dotnet</c>.</summary>
internal static class NativeProcess
{
    public static ProcessResult Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
