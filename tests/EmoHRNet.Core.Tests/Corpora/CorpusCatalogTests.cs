using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

public class CorpusCatalogTests
{
    [Fact]
    public void Load_EveryNameOnAnEmptyFolder_SaysWhatIsWrong()
    {
        using TemporaryFolder folder = new();

        Assert.All(CorpusCatalog.Known.Names, name => Assert.Throws<CorpusException>(() => CorpusCatalog.Known.Load(name, folder.Path)));
    }

    [Fact]
    public void Load_UnknownName_ListsTheNames()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CorpusCatalog.Known.Load("ravdes", "."));

        Assert.Contains("ravdess-song", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CorporaOfOnesOwn_AreReadByTheirOptions()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data/angry"]);
        File.WriteAllBytes(folder["data/angry/anna_01.wav"], WavBytes.Pcm16(16_000, new short[4000]));
        File.WriteAllText(folder["table.csv"], "file;emotion\ndata/angry/anna_01.wav;angry\n");

        Corpus byFolder = CorpusCatalog.Known.Load(
            "folder", new CorpusRequest(folder["data"]) { Folder = new FolderCorpusOptions { SpeakerPattern = "^([a-z]+)_" } });
        Corpus byTable = CorpusCatalog.Known.Load(
            "CSV", new CorpusRequest(folder["table.csv"]) { Manifest = new ManifestOptions { PathColumn = "file", Separator = ';' } });

        Assert.Equal("folder-anna", byFolder.Utterances.Single().Speaker);
        Assert.Equal("manifest-unknown", byTable.Utterances.Single().Speaker);
    }

    [Fact]
    public void With_LoaderOfAnApplication_JoinsTheOthersWithTheSameChecks()
    {
        using CorpusTree tree = CorpusTree.Of(["x/anna_calm_1.wav", "ben_angry_1.wav", "readme_2.wav"]);
        CorpusCatalog catalog = CorpusCatalog.Known.With("calls", request => Calls(request, published: 3));

        CorpusException incomplete = Assert.Throws<CorpusException>(() => catalog.Load("calls", tree.Path));
        Corpus corpus = catalog.Load("Calls", tree.Path, new CorpusLoadOptions { AllowIncomplete = true });

        Assert.Contains("2 of 3 clips", incomplete.Message, StringComparison.Ordinal);
        Assert.Equal(["calls-anna", "calls-ben"], corpus.Speakers);
        Assert.Equal(["readme_2.wav"], corpus.Report!.Unrecognized);
        Assert.Equal([.. CorpusCatalog.Known.Names, "calls"], catalog.Names);
        Assert.Throws<ArgumentException>(() => CorpusCatalog.Known.Load("calls", tree.Path));
    }

    [Fact]
    public void With_NameThatIsTaken_IsRefused() =>
        Assert.Throws<ArgumentException>(() => CorpusCatalog.Known.With("RAVDESS", request => Calls(request, published: 1)));

    private static Corpus Calls(CorpusRequest request, int published)
    {
        CorpusInfo info = new("calls", "Our calls", ["calm", "angry"])
        {
            Published = new PublishedCounts(published, new Dictionary<string, int>(), new Dictionary<string, int>()),
        };
        return new CorpusReader(info, request.Path, request.Options) { ExpectedLayout = "names such as anna_calm_1.wav" }
            .FromFiles(file => file.Stem.Split('_') is [{ } speaker, ("calm" or "angry") and { } emotion, _]
                ? new Utterance($"calls/{file.Stem}", file.Path, emotion, $"calls-{speaker}") { Corpus = "calls" }
                : null);
    }
}
