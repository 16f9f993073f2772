using System.Diagnostics;

namespace EmoHRNet.Tests.Build;

/// <summary>Runs <c>dotnet msbuild</c> as a user would, free of what the surrounding test run put into the environment.</summary>
internal static class MSBuildProcess
{
    public static MSBuildResult Run(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["msbuild", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new MSBuildResult(process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
