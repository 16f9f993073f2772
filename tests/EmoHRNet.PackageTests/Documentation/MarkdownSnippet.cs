namespace EmoHRNet.PackageTests.Documentation;

/// <summary>A block of code on a page.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="Code">The code, together with the blocks it continues.</param>
/// <param name="Runs">Whether the fence says that it runs.</param>
internal sealed record MarkdownSnippet(string Page, int Line, string Code, bool Runs);
