using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>A project outside the repository that knows the packages only.</summary>
internal sealed class ConsumerProject
{
    private readonly List<string> _properties = ["<TargetFramework>net10.0</TargetFramework>", "<OutputType>Exe</OutputType>",
        "<ImplicitUsings>enable</ImplicitUsings>", "<Nullable>enable</Nullable>", "<InvariantGlobalization>true</InvariantGlobalization>"];

    private readonly List<string> _packages = [];

    public ConsumerProject(PackageFeed feed) => Folder = feed.NewConsumerFolder();

    public string Folder { get; }

    public ConsumerProject Package(string name, string? version = null)
    {
        _packages.Add($"""<PackageReference Include="{name}" Version="{version ?? BuildFacts.Value(name)}" />""");
        return this;
    }

    public ConsumerProject OwnPackage(string name) => Package(name, BuildFacts.Version);

    /// <summary>libtorch for the CPU of this machine.</summary>
    public ConsumerProject Backend() => Package(
        OperatingSystem.IsWindows() ? "libtorch-cpu-win-x64" : OperatingSystem.IsMacOS() ? "libtorch-cpu-osx-arm64" : "libtorch-cpu-linux-x64");

    public ConsumerProject Property(string name, string value)
    {
        _properties.Add($"<{name}>{value}</{name}>");
        return this;
    }

    public ConsumerProject Source(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    public ProcessResult Run(params string[] arguments)
    {
        File.WriteAllText(Path.Combine(Folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{string.Concat(_properties)}</PropertyGroup>
              <ItemGroup>{string.Concat(_packages)}</ItemGroup>
            </Project>
            """);
        return DotNetProcess.Run(Folder, arguments);
    }
}
