using System.ComponentModel;
using System.Diagnostics;

namespace EmoHRNet.TestSupport;

/// <summary>The packages of npm that tests need, in one folder for all of them; installed by whoever asks first.</summary>
public static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder with <c>node_modules</c>, or null and why there is none.</summary>
    public static (string? Folder, string Reason) Find()
    {
        string folder = RepositoryFolder.PathOf("artifacts", "npm");
        string complete = Path.Combine(folder, "node_modules", ".package-lock.json");
        Directory.CreateDirectory(folder);
        using FileStream? turn = Wait(Path.Combine(folder, "lock"));
        if (turn is null || File.Exists(complete))
        {
            return turn is null ? (null, "Another process has been installing packages of npm for minutes.") : (folder, "");
        }

        File.Copy(RepositoryFolder.PathOf("tests", "npm", "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        string? problem = Install(folder);
        return problem is null ? (folder, "") : (null, problem);
    }

    /// <summary>Runs a script in Node.js.</summary>
    public static ProcessResult Run(params string[] arguments) => Run("node", arguments, Patience);

    private static string? Install(string folder)
    {
        try
        {
            // The packages hold their binaries; what their scripts would fetch besides is for GPUs.
            ProcessResult result = Run("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"], Patience);
            return result.ExitCode == 0 ? null : $"npm could not install onnxruntime-node and onnxruntime-web: {result.Output.Trim()}";
        }
        catch (Win32Exception)
        {
            return "npm is not installed (on Debian: apt-get install nodejs npm).";
        }
    }

    private static ProcessResult Run(string program, string[] arguments, TimeSpan patience)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            return new ProcessResult(-1, "", $"{program} took more than {patience:g}.");
        }

        return new ProcessResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    private static FileStream? Wait(string path)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience; Thread.Sleep(200))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another test process installs them.
            }
        }

        return null;
    }
}
