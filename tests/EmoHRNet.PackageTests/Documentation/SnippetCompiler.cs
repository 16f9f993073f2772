using System.Text.RegularExpressions;
using EmoHRNet.PackageTests.Consumers;
using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>Compiles code from the documentation against the packages, each block as a program of its own.</summary>
public sealed partial class SnippetCompiler
{
    private const string ShownButNotCalled = "CS8321"; // a page may show a function by itself

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly Lazy<MetadataReference[]> _references;

    public SnippetCompiler(PackageFeed feed) => _references = new(() => [.. Framework().Concat(Packages(feed))]);

    /// <summary>What the compiler has to say: errors and warnings, nothing when the code is good.</summary>
    public IEnumerable<string> Problems(string code)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options), CSharpSyntaxTree.ParseText(WithUsingsFirst(code), options)],
            _references.Value,
            new CSharpCompilationOptions(KindOf(code), nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: false));
        return compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != ShownButNotCalled).Select(d => d.ToString());
    }

    // A block that only declares types has no entry point.
    private static OutputKind KindOf(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().ChildNodes().Any(n => n.IsKind(SyntaxKind.GlobalStatement))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    // A continued block may bring using directives of its own into the middle of the text.
    private static string WithUsingsFirst(string code) =>
        string.Join('\n', UsingDirective().Matches(code).Select(m => m.Value).Distinct()) + "\n" + UsingDirective().Replace(code, "");

    private static IEnumerable<MetadataReference> Framework()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        DirectoryInfo? web = runtime.Parent!.Parent!.GetDirectories("Microsoft.AspNetCore.App").SelectMany(d => d.GetDirectories())
            .OrderBy(d => d.Name == runtime.Name ? 1 : 0).LastOrDefault();
        return References(runtime.FullName).Concat(web is null ? [] : References(web.FullName));
    }

    private static IEnumerable<MetadataReference> Packages(PackageFeed feed)
    {
        ConsumerProject project = new ConsumerProject(feed).Package("Microsoft.Extensions.DependencyInjection")
            .Source("Program.cs", "Console.WriteLine();");
        foreach (string package in PackageFeed.Libraries)
        {
            project.OwnPackage(package);
        }

        ProcessResult built = project.Run("build", "-v", "q");
        Assert.True(built.ExitCode == 0, built.Output);
        return References(Path.Combine(project.Folder, "bin", "Debug", "net10.0")).Where(r => !r.Display!.EndsWith("Consumer.dll", StringComparison.Ordinal));
    }

    private static IEnumerable<MetadataReference> References(string folder) =>
        Directory.GetFiles(folder, "*.dll").Where(IsManaged).Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsManaged(string path)
    {
        try
        {
            System.Reflection.AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^using (static )?[\w.]+( = [\w.<>, ]+)?;\n", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();
}
