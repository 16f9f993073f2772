using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

public class CorpusCatalogTests
{
    [Fact]
    public void Load_EveryNameOnAnEmptyFolder_SaysWhatIsWrong()
    {
        using TemporaryFolder folder = new();

        Assert.All(CorpusCatalog.Names, name => Assert.Throws<CorpusException>(() => CorpusCatalog.Load(name, folder.Path)));
    }

    [Fact]
    public void Load_UnknownName_ListsTheNames()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CorpusCatalog.Load("ravdes", "."));

        Assert.Contains("ravdess-song", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CorporaOfOnesOwn_AreReadByTheirOptions()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["data/angry"]);
        File.WriteAllBytes(folder["data/angry/anna_01.wav"], WavBytes.Pcm16(16_000, new short[4000]));
        File.WriteAllText(folder["table.csv"], "file;emotion\ndata/angry/anna_01.wav;angry\n");

        Corpus byFolder = CorpusCatalog.Load("folder", folder["data"], folder: new FolderCorpusOptions { SpeakerPattern = "^([a-z]+)_" });
        Corpus byTable = CorpusCatalog.Load("CSV", folder["table.csv"], manifest: new ManifestOptions { PathColumn = "file", Separator = ';' });

        Assert.Equal("folder-anna", byFolder.Utterances.Single().Speaker);
        Assert.Equal("manifest-unknown", byTable.Utterances.Single().Speaker);
    }
}
