using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>An application that has the ONNX engine and a model, and nothing of libtorch.</summary>
public class OnnxRuntimeTests(PackageFeed feed)
{
    private const long Megabyte = 1_000_000;

    private const string Program = """
        using EmoHRNet;
        using EmoHRNet.Models;
        using EmoHRNet.OnnxRuntime;

        using var classifier = new OnnxEmotionClassifier(PretrainedModels.Default);
        Console.WriteLine(classifier.PredictFile(args[0]));
        """;

    private static readonly string Clip = Path.Combine(BuildFacts.RepositoryRoot, "samples", "Predict", "clips", "creaky-loud.wav");

    [Fact]
    public void ConsoleApp_WithNativeLibrary_ClassifiesAFileFromASmallFolder()
    {
        ConsumerProject app = App().Package("Microsoft.ML.OnnxRuntime");
        ProcessResult published = app.Run("publish", "-r", Platform, "--self-contained", "false", "-o", "out");
        Assert.True(published.ExitCode == 0, published.Output);

        ProcessResult result = DotNetProcess.Run(app.Folder, [Path.Combine("out", "Consumer.dll"), Clip]);
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Matches(@"^\w+ \(\d\.\d\d\)", result.Output);
        FileInfo[] files = new DirectoryInfo(Path.Combine(app.Folder, "out")).GetFiles("*", SearchOption.AllDirectories);
        Assert.DoesNotContain(files, file => IsTorchOrPicture(file.Name));
        Assert.InRange(files.Sum(file => file.Length), 0, 60 * Megabyte);
    }

    [Fact]
    public void ConsoleApp_WithoutNativeLibrary_SeesTheNameOfThePackageToAdd()
    {
        ProcessResult result = App().Run("run", "--", Clip);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("EmoHRNet.BackendException: ONNX Runtime's native library cannot be loaded: add the package Microsoft.ML.OnnxRuntime", result.Output, StringComparison.Ordinal);
        Assert.Contains($"--version {BuildFacts.Value("Microsoft.ML.OnnxRuntime")}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleApp_NativeAot_ClassifiesAFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The compiler behind native AOT is looked for on Linux only.");
        Assert.SkipUnless(IsOnPath("clang") || IsOnPath("gcc"), "Native AOT links with clang or gcc, and neither is installed.");
        ConsumerProject app = App().Package("Microsoft.ML.OnnxRuntime").Property("PublishAot", "true").Property("TreatWarningsAsErrors", "true");
        if (!IsOnPath("clang"))
        {
            app.Property("CppCompilerAndLinker", "gcc");
        }

        ProcessResult published = app.Run("publish", "-r", Platform, "-o", "out");
        Assert.True(published.ExitCode == 0, published.Output);

        ProcessResult result = NativeProcess.Run(Path.Combine(app.Folder, "out", "Consumer"), Clip);
        Assert.True(result.ExitCode == 0, result.Output);
        ProcessResult managed = App().Package("Microsoft.ML.OnnxRuntime").Run("run", "--", Clip);
        Assert.Equal(managed.StandardOutput, result.StandardOutput);
    }

    [Theory]
    [InlineData("EmoHRNet.Core")]
    [InlineData("EmoHRNet.OnnxRuntime")]
    public void Package_Closure_HasNoTorchAndNoPictures(string package)
    {
        ConsumerProject app = new ConsumerProject(feed).OwnPackage(package).Source("Program.cs", "return;");
        ProcessResult restored = app.Run("restore");
        Assert.True(restored.ExitCode == 0, restored.Output);

        string assets = File.ReadAllText(Path.Combine(app.Folder, "obj", "project.assets.json"));
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(assets);
        string[] libraries = [.. document.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
        Assert.Contains(libraries, library => library.StartsWith(package + "/", StringComparison.Ordinal));
        Assert.DoesNotContain(libraries, IsTorchOrPicture);
    }

    private ConsumerProject App() => new ConsumerProject(feed).OwnPackage("EmoHRNet.OnnxRuntime").OwnPackage("EmoHRNet.Models").Source("Program.cs", Program);

    private static string Platform => System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier switch
    {
        string id when OperatingSystem.IsLinux() => "linux-" + id[(id.LastIndexOf('-') + 1)..],
        string id => id,
    };

    private static bool IsTorchOrPicture(string name) => ((string[])["torch", "SkiaSharp", "SharpZipLib"])
        .Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
