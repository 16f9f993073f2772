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
    [InlineData("path,emotion\na.wav,sad\na.wav,sad\n", "more than once, 'manifest/a.wav'")]
    public void Load_MalformedManifest_SaysWhereAndWhat(string text, string expected)
    {
        using CorpusTree tree = CorpusTree.Of(["a.wav"]);
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

    private static void Manifest(CorpusTree tree, string text) => tree.Write("m.csv", Encoding.UTF8.GetBytes(text));
}
