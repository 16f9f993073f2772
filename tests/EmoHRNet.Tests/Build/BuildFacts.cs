using System.Reflection;

namespace EmoHRNet.Tests.Build;

/// <summary>Facts that the build of this test project wrote into its assembly, and the location of the native libraries.</summary>
internal static class BuildFacts
{
    /// <summary>libLibTorchSharp.so as TorchSharp published it, in the package cache; empty if the build replaces nothing.</summary>
    public static string OriginalLibrary { get; } = Metadata("OriginalTorchSharpLibrary");

    /// <summary>The MSBuild targets of the package EmoHRNet.</summary>
    public static string BuildTargets { get; } = Metadata("BuildTargets");

    public static string NativeFolder { get; } = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");

    public static string LibraryInOutput { get; } = Path.Combine(NativeFolder, "libLibTorchSharp.so");

    public static void SkipWhereNothingIsReplaced() =>
        Assert.SkipWhen(OriginalLibrary.Length == 0, "This build uses TorchSharp's library as published.");

    private static string Metadata(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value ?? "";
}
