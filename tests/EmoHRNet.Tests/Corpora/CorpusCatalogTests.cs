using EmoHRNet.Corpora;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests.Corpora;

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
}
