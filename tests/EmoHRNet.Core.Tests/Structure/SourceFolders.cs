using EmoHRNet.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EmoHRNet.Core.Tests.Structure;

/// <summary>The source folders of the libraries, and the uses of types between them.</summary>
/// <remarks>
/// A folder includes its subfolders. The root of a project is left out: it holds the entry points, so it uses every folder, and every
/// folder may use its types.
/// </remarks>
internal sealed class SourceFolders
{
    private static readonly Lazy<IReadOnlyList<(string From, string To, string Example)>> Ours = new(() => new SourceFolders(RepositoryFolder.PathOf("src")).Uses());

    private readonly string _source;
    private readonly CSharpCompilation _compilation;

    private SourceFolders(string source)
    {
        _source = source;
        IEnumerable<SyntaxTree> files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Folder(path).Split('/').Any(part => part is "obj" or "bin" or "buildTransitive"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path));
        SyntaxTree usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
            + "global using System.Threading; global using System.Threading.Tasks;");
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        // The assemblies of the engines are not needed: only the libraries' types matter.
        IEnumerable<MetadataReference> references = platform.Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("EmoHRNet", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create("sources", [usings, .. files], references);
    }

    /// <summary>Every use, in src, of a type of another folder of the same project: from, to, and an example.</summary>
    public static IReadOnlyList<(string From, string To, string Example)> Repository => Ours.Value;

    private IReadOnlyList<(string From, string To, string Example)> Uses() =>
    [
        .. from tree in _compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).AsParallel().AsOrdered()
           let model = _compilation.GetSemanticModel(tree)
           from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
           let type = TypeOf(model.GetSymbolInfo(name))
           from declaration in type?.DeclaringSyntaxReferences.Take(1) ?? []
           let use = (From: Room(tree.FilePath), To: Room(declaration.SyntaxTree.FilePath))
           where use.From != use.To && IsFolder(use.From) && IsFolder(use.To) && Project(use.From) == Project(use.To)
           group $"{Path.GetFileName(tree.FilePath)} uses {type!.Name}" by use into uses
           select (uses.Key.From, uses.Key.To, uses.First()),
    ];

    private static INamedTypeSymbol? TypeOf(SymbolInfo info)
    {
        ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    private string Folder(string path) => Path.GetRelativePath(_source, Path.GetDirectoryName(path)!).Replace('\\', '/');

    private string Room(string path) => string.Join('/', Folder(path).Split('/').Take(2));

    private static bool IsFolder(string room) => room.Contains('/', StringComparison.Ordinal);

    private static string Project(string folder) => folder.Split('/')[0];
}
