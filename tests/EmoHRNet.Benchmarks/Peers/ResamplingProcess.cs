using System.Diagnostics;

namespace EmoHRNet.Benchmarks.Peers;

/// <summary>Runs a command-line resampler and reads its output.</summary>
internal static class ResamplingProcess
{
    /// <summary>The bytes that the process wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static long Run(string executable, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(executable, arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read; (read = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
        {
            total += read;
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? total : throw new InvalidOperationException($"{executable} ended with exit code {process.ExitCode}.");
    }
}
