using System.Diagnostics;

namespace EmoHRNet.TestSupport;

/// <summary>Runs <c>dotnet</c> as a user would, free of what the surrounding test run put into the environment.</summary>
public static class DotNetProcess
{
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">What follows <c>dotnet</c> on the command line.</param>
    /// <param name="environment">Variables to set on top of the caller's.</param>
    public static ProcessResult Run(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using Process process = Start(folder, arguments, environment);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts it and leaves the rest to the caller: reading both outputs, waiting, disposing.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(BelongsToTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    // EMOHRNET_TEST_RESULTS would send the results of an inner test run into the folder of the outer one.
    private static bool BelongsToTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable == "EMOHRNET_TEST_RESULTS";
}
