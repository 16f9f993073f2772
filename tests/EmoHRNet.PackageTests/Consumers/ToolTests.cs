using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>The command, as someone installs it who has no clone and no libtorch.</summary>
public class ToolTests(PackageFeed feed)
{
    [Fact]
    public void Tool_InstalledFromTheFeed_ClassifiesAFileWithOneCommand()
    {
        string folder = feed.NewConsumerFolder();
        ProcessResult installed = DotNetProcess.Run(folder, ["tool", "install", PackageFeed.Tool, "--version", BuildFacts.Version, "--tool-path", "tools"]);
        Assert.True(installed.ExitCode == 0, installed.Output);

        string command = Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "emohrnet.exe" : "emohrnet");
        ProcessResult result = NativeProcess.Run(command, "predict", "--json", Path.Combine(BuildFacts.RepositoryRoot, "samples", "Predict", "clips", "creaky-loud.wav"));
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.InRange(JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty("confidence").GetDouble(), 0.125, 1);
        Assert.Contains("CC BY-NC-SA", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), path => Path.GetFileName(path).Contains("torch", StringComparison.OrdinalIgnoreCase));

        ProcessResult exported = NativeProcess.Run(command, "export", "--output", Path.Combine(folder, "model.onnx"));
        Assert.True(exported.ExitCode == 0, exported.Output);
    }

    [Fact]
    public void ToolPackage_Contents_HoldTheModelReadmeAndBothLicenses()
    {
        using ZipArchive archive = ZipFile.OpenRead(feed.PathOf(PackageFeed.Tool, "nupkg"));
        Assert.All(["README.md", "icon.png"], name => Assert.NotNull(archive.GetEntry(name)));
        Assert.Contains(archive.Entries, entry => entry.FullName.EndsWith("models/emohrnet-ravdess-small.safetensors", StringComparison.Ordinal));
        using Stream nuspec = archive.GetEntry($"{PackageFeed.Tool}.nuspec")!.Open();
        XElement license = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "license");
        Assert.Equal("MIT AND CC-BY-NC-SA-4.0", license.Value);
    }
}
