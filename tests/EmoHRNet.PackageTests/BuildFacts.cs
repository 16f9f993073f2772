using System.Reflection;

namespace EmoHRNet.PackageTests;

/// <summary>What the build wrote into this assembly: folders of the machine and the versions of Directory.Packages.props.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Value("RepositoryRoot");

    public static string PackageCache { get; } = Value("PackageCache");

    /// <summary>The version of the packages under test.</summary>
    public static string Version { get; } = Value("Version");

    /// <summary>The value of that name, or the version of the package of that name.</summary>
    public static string Value(string name) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
}
