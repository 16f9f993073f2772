using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace EmoHRNet.PackageTests.Packing;

/// <summary>The packages, packed once for all tests into a feed in a temporary folder, beside which consumers live.</summary>
public sealed class PackageFeed : IDisposable
{
    /// <summary>The packages of the solution; each is packed under the name of its folder.</summary>
    public static readonly string[] Packages = [.. Directory.GetDirectories(Path.Combine(BuildFacts.RepositoryRoot, "src"))
        .Select(folder => Path.GetFileName(folder)).Where(IsInSolution).Order(StringComparer.Ordinal)];

    /// <summary>The command, which is installed and not referenced.</summary>
    public const string Tool = "EmoHRNet.Tool";

    /// <summary>The packages that projects refer to.</summary>
    public static readonly string[] Libraries = [.. Packages.Where(package => package != Tool)];

    private readonly TemporaryFolder _folder = new();

    public PackageFeed()
    {
        Directory.CreateDirectory(Folder);
        LinkPackagesOfOthers();
        Pack();
        WriteSettings();
    }

    /// <summary>The folder that holds the .nupkg and .snupkg files.</summary>
    public string Folder => _folder["feed"];

    /// <summary>A new folder for a consumer; NuGet finds the feed from there.</summary>
    public string NewConsumerFolder()
    {
        string folder = _folder[Path.Combine("consumers", Guid.NewGuid().ToString("N")[..8])];
        Directory.CreateDirectory(folder);
        return folder;
    }

    public string PathOf(string package, string extension) => Path.Combine(Folder, $"{package}.{BuildFacts.Version}.{extension}");

    public void Dispose() => _folder.Dispose();

    private static bool IsInSolution(string name) =>
        File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "EmoHRNet.sln")).Contains($"{name}.csproj", StringComparison.Ordinal);

    // One process for all of them. Restore and Pack differ in a global property, or the second would not see what the first wrote.
    // Rebuilt, because an assembly that is up to date is not compared with the tracked public surface.
    private void Pack()
    {
        string projects = string.Join(';', Packages.Select(name => Path.Combine(BuildFacts.RepositoryRoot, "src", name, name + ".csproj")));
        File.WriteAllText(_folder["pack.proj"], $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{projects}" Targets="Restore" Properties="Configuration=Release;Phase=Restore" />
                <MSBuild Projects="{projects}" Targets="Rebuild;Pack" Properties="Configuration=Release;CheckPublicApi=true;PackageOutputPath={Folder}" />
              </Target>
            </Project>
            """);
        ProcessResult packed = DotNetProcess.Run(BuildFacts.RepositoryRoot, ["msbuild", _folder["pack.proj"], "-nologo", "-v:q"]);
        if (packed.ExitCode != 0)
        {
            Dispose();
            throw new InvalidOperationException($"Packing failed: {packed.Output}");
        }
    }

    // Consumers get a package cache of their own, or an older build of these packages might be served from the machine's.
    // What others published is linked, because half a gigabyte of libtorch need not be unpacked again.
    private void LinkPackagesOfOthers()
    {
        string links = Directory.CreateDirectory(_folder["others"]).FullName;
        foreach (string package in Directory.GetDirectories(BuildFacts.PackageCache))
        {
            string name = Path.GetFileName(package);
            if (!name.StartsWith("emohrnet", StringComparison.OrdinalIgnoreCase))
            {
                Directory.CreateSymbolicLink(Path.Combine(links, name), package);
            }
        }
    }

    private void WriteSettings()
    {
        File.WriteAllText(_folder["nuget.config"], """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="feed" value="feed" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="cache" />
              </config>
              <fallbackPackageFolders>
                <add key="others" value="others" />
              </fallbackPackageFolders>
            </configuration>
            """);

        // A consumer's own output would hold a copy of libtorch each; links keep the test machine's disk free.
        File.WriteAllText(_folder["Directory.Build.props"], """
            <Project>
              <PropertyGroup>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
              </PropertyGroup>
            </Project>
            """);
    }
}
