using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>What a consumer sees with a backend, without one, and with the switch for Debian 12 turned off.</summary>
public class BackendTests(PackageFeed feed)
{
    private const string Program = """
        EmoHRNet.Runtime.Backend.EnsureLoaded();
        Console.WriteLine($"sum {TorchSharp.torch.ones(2, 3).sum().item<float>()}");
        """;

    [Fact]
    public void ConsoleApp_WithBackend_Computes()
    {
        ProcessResult result = App().Backend().Run("run");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.EndsWith("sum 6", result.Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleApp_WithoutBackend_SeesTheNameOfThePackageToAdd()
    {
        ProcessResult result = App().Run("run");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("EmoHRNet.BackendException: libtorch cannot be loaded: add the package libtorch-cpu-", result.Output, StringComparison.Ordinal);
        Assert.Contains($"--version {BuildFacts.Value("LibTorchVersion")}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleApp_OldSystemWithTheSwitchOff_SeesTheNameOfTheSwitch()
    {
        Assert.SkipUnless(LacksSymbolVersion(), "This system's libstdc++ has GLIBCXX_3.4.32, or there is none.");
        ProcessResult result = App().Backend().Property("EmoHRNetRelaxGlibcxx", "false").Run("run");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Set <EmoHRNetRelaxGlibcxx>true</EmoHRNetRelaxGlibcxx>", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleApp_PublishedSelfContained_Computes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The switch concerns Linux.");
        ConsumerProject app = App().Backend().Property("CreateHardLinksForPublishFilesIfPossible", "true");
        ProcessResult published = app.Run("publish", "-r", "linux-x64", "--self-contained", "-o", "out");
        Assert.True(published.ExitCode == 0, published.Output);

        ProcessResult result = DotNetProcess.Run(app.Folder, [Path.Combine("out", "Consumer.dll")]);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.EndsWith("sum 6", result.Output.Trim(), StringComparison.Ordinal);
    }

    private ConsumerProject App() => new ConsumerProject(feed).OwnPackage("EmoHRNet").Source("Program.cs", Program);

    private static bool LacksSymbolVersion()
    {
        const string Library = "/usr/lib/x86_64-linux-gnu/libstdc++.so.6";
        return File.Exists(Library) && File.ReadAllBytes(Library).AsSpan().IndexOf("GLIBCXX_3.4.32"u8) < 0;
    }
}
