using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace EmoHRNet.PackageTests.Packing;

/// <summary>What is inside the packages.</summary>
public class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Packages => [.. PackageFeed.Libraries];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_Contents_HoldReadmeIconAndDocumentation(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(package, "nupkg"));

        Assert.All(
            ["README.md", "icon.png", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"],
            name => Assert.True(archive.GetEntry(name) is { Length: > 0 }, $"{name} is missing or empty"));
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("libtorch", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_License_IsMitForCodeAndNonCommercialForWeights(string package)
    {
        XElement license = Metadata(package, "license").Single();

        Assert.Equal("expression", license.Attribute("type")?.Value);
        Assert.Equal(package == "EmoHRNet.Models" ? "CC-BY-NC-SA-4.0" : "MIT", license.Value);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_Dependencies_ForceNoBackendOnTheConsumer(string package) =>
        Assert.DoesNotContain(Metadata(package, "dependency"), d => d.Attribute("id")!.Value.Contains("libtorch", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void AudioPackage_Dependencies_AreManagedCodeOnly() =>
        Assert.DoesNotContain(Metadata("EmoHRNet.Audio", "dependency"), d => d.Attribute("id")!.Value.Contains("Torch", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void MainPackage_Contents_BringTheDebianSwitch()
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf("EmoHRNet", "nupkg"));

        Assert.Equal(
            ["EmoHRNet.targets", "WeakenSymbolVersion.cs"],
            archive.Entries.Where(e => e.FullName.StartsWith("buildTransitive/", StringComparison.Ordinal)).Select(e => e.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void SymbolPackage_Pdb_BelongsToTheAssembly(string package)
    {
        using ZipArchive libraries = ZipFile.OpenRead(feed.PathOf(package, "nupkg"));
        using ZipArchive symbols = ZipFile.OpenRead(feed.PathOf(package, "snupkg"));
        using Stream assembly = Content(libraries, $"lib/net10.0/{package}.dll");
        using Stream pdb = Content(symbols, $"lib/net10.0/{package}.pdb");
        using var image = new PEReader(assembly);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(pdb);

        var expected = image.ReadDebugDirectory().Single(e => e.IsPortableCodeView);
        var id = new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id);
        Assert.Equal(image.ReadCodeViewDebugDirectoryData(expected).Guid, id.Guid);
        Assert.Contains(image.ReadDebugDirectory(), e => e.Type == DebugDirectoryEntryType.Reproducible);
    }

    private List<XElement> Metadata(string package, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(package, "nupkg"));
        using Stream nuspec = Content(archive, $"{package}.nuspec");
        return [.. XDocument.Load(nuspec).Descendants().Where(e => e.Name.LocalName == name)];
    }

    private static MemoryStream Content(ZipArchive archive, string name)
    {
        using Stream entry = archive.GetEntry(name)!.Open();
        var content = new MemoryStream();
        entry.CopyTo(content);
        content.Position = 0;
        return content;
    }
}
