using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace EmoHRNet.Runtime;

/// <summary>Says why libtorch does not load here and what to add or set.</summary>
internal static partial class BackendFailure
{
    private const string LibTorchVersion = "2.10.0";

    private const string TorchSharpVersion = "0.107.0";
    private static readonly string[] PlatformsWithPackage = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>The platform of this process as packages name it: <c>linux-x64</c>.</summary>
    public static string CurrentPlatform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
#pragma warning disable CA1308 // Package names are lower-case.
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <param name="cause">What the loader or TorchSharp threw.</param>
    /// <param name="platform">The platform, as packages name it.</param>
    public static string Describe(Exception cause, string platform)
    {
        string reasons = string.Join(Environment.NewLine, Chain(cause).Select(e => e.Message));
        Match symbolVersion = MissingSymbolVersion().Match(reasons);
        if (symbolVersion.Success)
        {
            return $"libtorch cannot be loaded: this system's libstdc++ has no {symbolVersion.Value}, which TorchSharp's library names without using it. "
                + "Set <EmoHRNetRelaxGlibcxx>true</EmoHRNetRelaxGlibcxx> in the application's project file and build again (on Linux it is the default of applications), "
                + "or run on a system with GCC 13.2's libstdc++ or later (Debian 13, Ubuntu 24.04).";
        }

        if (!PlatformsWithPackage.Contains(platform))
        {
            return $"libtorch cannot be loaded: there is no libtorch package for {platform}. Expected one of {string.Join(", ", PlatformsWithPackage)}.";
        }

        return $"libtorch cannot be loaded: add the package libtorch-cpu-{platform} (version {LibTorchVersion}) to the application's project: "
            + $"dotnet add package libtorch-cpu-{platform} --version {LibTorchVersion}.{CudaInstead(platform)} "
            + $"The loader said: {FirstLine(reasons)}";
    }

    private static string CudaInstead(string platform) => platform switch
    {
        "linux-x64" => $" For an NVIDIA GPU add TorchSharp-cuda-linux (version {TorchSharpVersion}) instead.",
        "win-x64" => $" For an NVIDIA GPU add TorchSharp-cuda-windows (version {TorchSharpVersion}) instead.",
        _ => "",
    };

    private static IEnumerable<Exception> Chain(Exception? cause)
    {
        for (; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    [GeneratedRegex(@"GLIBCXX_[0-9.]*[0-9]")]
    private static partial Regex MissingSymbolVersion();
}
