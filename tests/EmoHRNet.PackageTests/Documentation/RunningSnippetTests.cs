using System.Text.RegularExpressions;
using EmoHRNet.PackageTests.Consumers;
using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Documentation;

/// <summary>Blocks of code whose fence says <c>runs</c>: programs of a stranger, beside a small corpus, trained for five epochs.</summary>
public partial class RunningSnippetTests(PackageFeed feed)
{
    private const int Rate = 16_000;
    private static readonly string[] Speakers = ["anna", "ben", "cleo", "dan"];

    /// <summary>Page and line of each block.</summary>
    public static TheoryData<string, int> Blocks
    {
        get
        {
            TheoryData<string, int> blocks = [];
            foreach (MarkdownSnippet snippet in MarkdownFiles.All.SelectMany(page => MarkdownFiles.Snippets(page, "csharp")).Where(snippet => snippet.Runs))
            {
                blocks.Add(snippet.Page, snippet.Line);
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_FromThePackages_Runs(string page, int line)
    {
        string code = MarkdownFiles.Snippets(page, "csharp").Single(snippet => snippet.Line == line).Code;
        ConsumerProject app = new ConsumerProject(feed).OwnPackage("EmoHRNet").OwnPackage("EmoHRNet.Audio.NWaves").Backend()
            .Source("Program.cs", EpochCount().Replace(code, "Epochs = 5"));
        WriteRecordings(app.Folder);

        ProcessResult result = app.Run("run");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal(code.Contains("Console.WriteLine", StringComparison.Ordinal), result.StandardOutput.Trim().Length > 0);
    }

    /// <summary>Calm calls are low, angry ones are high; in the form that folders and names of a corpus have.</summary>
    private static void WriteRecordings(string folder)
    {
        foreach ((string emotion, double pitch) in (ReadOnlySpan<(string, double)>)[("calm", 150), ("angry", 900)])
        {
            Directory.CreateDirectory(Path.Combine(folder, "calls", emotion));
            foreach ((int i, string speaker) in Speakers.Index())
            {
                for (int take = 1; take <= 3; take++)
                {
                    Write(Path.Combine(folder, "calls", emotion, $"{speaker}_{emotion}_{take}.wav"), pitch + (10 * i) + take, 0.5);
                }
            }
        }

        Write(Path.Combine(folder, "clip.wav"), 200, 1);
        Write(Path.Combine(folder, "call.wav"), 700, 6);
    }

    private static void Write(string path, double pitch, double seconds) => File.WriteAllBytes(path, WavBytes.Pcm16(
        Rate, [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => (short)(8_000 * Math.Sin(2 * Math.PI * pitch * i / Rate) * Math.Sin(i / 700.0)))]));

    [GeneratedRegex(@"Epochs = \d+")]
    private static partial Regex EpochCount();
}
