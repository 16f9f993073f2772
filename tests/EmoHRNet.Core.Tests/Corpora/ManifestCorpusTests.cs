using System.Text;
using EmoHRNet.Corpora;

namespace EmoHRNet.Core.Tests.Corpora;

public class ManifestCorpusTests
{
    [Fact]
    public void Load_DefaultColumns_ReadsEveryRow()
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav", "sub/b.wav"]);
        Manifest(tree, "path,emotion,speaker,session,note\r\na.wav,sad,anna,1,\r\n\"sub\\b.wav\",happy,ben,,\"said \"\"hm\"\", then\nleft\"\r\n");

        Corpus corpus = ManifestCorpus.Load(tree["m.csv"]);

        Assert.Equal(["happy", "sad"], corpus.Labels);
        Utterance second = corpus.Find("manifest/sub/b.wav")!;
        Assert.Equal("manifest-ben", second.Speaker);
        Assert.Null(second.Session);
        Assert.Equal("said \"hm\", then\nleft", second.Metadata["note"]);
        Assert.Equal("1", corpus.Find("manifest/a.wav")!.Session);
    }

    [Fact]
    public void Load_ConfiguredColumnsAndSeparator_ReadsThem()
    {
        using CorpusTree tree = CorpusTree.Of(["audio/a.wav"]);
        Manifest(tree, "\uFEFFFILE;Affect\na.wav;sad\n");

        Corpus corpus = ManifestCorpus.Load(tree["m.csv"], new ManifestOptions
        {
            Name = "mine",
            PathColumn = "file",
            EmotionColumn = "affect",
            Separator = ';',
            BaseFolder = tree["audio"],
            Labels = ["neutral", "sad"],
        });

        Assert.Equal("sad", corpus.Find("mine/a.wav")!.Emotion);
        Assert.Equal(["neutral", "sad"], corpus.Labels);
    }

    [Theory]
    [InlineData("file,emotion\na.wav,sad\n", "no column 'path'")]
    [InlineData("path,emotion\na.wav\n", "line 2: 1 fields where the header has 2")]
    [InlineData("path,emotion\n\n\na.wav,\n", "no emotion in line 4")]
    [InlineData("path,emotion\n\"a.wav,sad\n", "line 2: a quoted field that does not end")]
    [InlineData("path,emotion\n\"a\".wav,sad\n", "line 2: text after the closing quote")]
    [InlineData("path,emotion\n", "expected a header line and a line per clip")]
    [InlineData("path,emotion,note,NOTE\na.wav,sad,,\n", "two columns called 'note'")]
    [InlineData("path,emotion,,\na.wav,sad,,lost\n", "'lost' in line 2, in a column without a name")]
    [InlineData("path,emotion\na.wav,sad,more\n", "line 2: 3 fields where the header has 2")]
    [InlineData("path,emotion\n/no/where.wav,sad\n", "the first is looked for at '/no/where.wav'")]
    [InlineData("path,emotion\na.wav,Sad\nb.wav,sad\n", "'Sad' and 'sad' differ by upper and lower case only")]
    [InlineData("path,emotion\na.wav,sad\na.wav,sad\n", "more than once, 'manifest/a.wav'")]
    public void Load_MalformedManifest_SaysWhereAndWhat(string text, string expected)
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav", "b.wav"]);
        Manifest(tree, text);

        CorpusException exception = Assert.Throws<CorpusException>(() => ManifestCorpus.Load(tree["m.csv"]));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ClipThatDoesNotExist_IsMissingUnlessAllowed()
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
        Manifest(tree, "path,emotion\na.wav,sad\nb.wav,happy\n");

        CorpusException exception = Assert.Throws<CorpusException>(() => ManifestCorpus.Load(tree["m.csv"]));
        Corpus corpus = ManifestCorpus.Load(tree["m.csv"], options: new CorpusLoadOptions { AllowIncomplete = true });

        Assert.Contains("1 of 2 clips", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["manifest/b.wav"], corpus.Report!.Missing);
    }

    [Theory]
    [InlineData("path,emotion,,\na.wav,sad,,\n")]
    [InlineData("path,emotion,,\na.wav,sad\n,,,\n")]
    public void Load_EmptyLastColumns_AreIgnored(string text)
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
        Manifest(tree, text);

        Assert.Empty(Assert.Single(ManifestCorpus.Load(tree["m.csv"]).Utterances).Metadata);
    }

    [Fact]
    public void Load_TableSavedAsWindows1252_NamesTheEncoding()
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
        tree.Write("m.csv", Encoding.Latin1.GetBytes("path,emotion,speaker\na.wav,sad,anna\nb.wav,sad,J\u00FCrgen\n"));

        CorpusException exception = Assert.Throws<CorpusException>(() => ManifestCorpus.Load(tree["m.csv"]));

        Assert.Contains("line 3 has the bytes FC", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TableInUtf16_IsRead()
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
        tree.Write("m.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("path,emotion,speaker\r\na.wav,sad,J\u00FCrgen\r\n")]);

        Assert.Equal(["manifest-J\u00FCrgen"], ManifestCorpus.Load(tree["m.csv"]).Speakers);
    }

    [Fact]
    public void Load_AbsolutePathInTheFolder_HasTheIdentifierOfTheRelativeOne()
    {
        using CorpusTree tree = CorpusTree.Of(["sub/a.wav"]);
        Manifest(tree, $"path,emotion\n{tree["sub/a.wav"]},sad\n");

        Assert.NotNull(ManifestCorpus.Load(tree["m.csv"]).Find("manifest/sub/a.wav"));
    }

    [Theory]
    [InlineData(@"C:\data\a.wav")]
    [InlineData(@"\\server\data\a.wav")]
    public void Load_PathsOfWindowsElsewhere_AreNamed(string written)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has them.");
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
        Manifest(tree, $"path,emotion\n{written},sad\n");

        CorpusException exception = Assert.Throws<CorpusException>(() => ManifestCorpus.Load(tree["m.csv"]));

        Assert.Contains($"'{written}' for one, which this machine does not have", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"sub\a.wav", "/data", false, "/data/sub/a.wav")]
    [InlineData("sub/a.wav", "/data/", false, "/data/sub/a.wav")]
    [InlineData("/other/a.wav", "/data", false, "/other/a.wav")]
    [InlineData(@"sub\a.wav", @"D:\data", true, @"D:\data/sub/a.wav")]
    [InlineData(@"C:\x\a.wav", @"D:\data", true, "C:/x/a.wav")]
    [InlineData("c:/x/a.wav", @"D:\data", true, "c:/x/a.wav")]
    [InlineData(@"\\server\share\a.wav", @"D:\data", true, "//server/share/a.wav")]
    public void Resolve_PathOfATable_LeadsThereOnEachSystem(string written, string folder, bool windows, string expected) =>
        Assert.Equal(expected, TablePath.Resolve(written, folder, windows));

    [Theory]
    [InlineData(@"d:\DATA\sub\a.wav", @"D:\data", true, "sub/a.wav")]
    [InlineData("/DATA/sub/a.wav", "/data", false, "/DATA/sub/a.wav")]
    [InlineData("/data/sub/a.wav", "/data/", false, "sub/a.wav")]
    [InlineData(@"sub\a.wav", "/data", false, "sub/a.wav")]
    public void Identify_PathOfATable_IsTheSameOnEveryMachine(string written, string folder, bool windows, string expected) =>
        Assert.Equal(expected, TablePath.Identify(written, folder, windows));

    private static void Manifest(CorpusTree tree, string text) => tree.Write("m.csv", Encoding.UTF8.GetBytes(text));
}
