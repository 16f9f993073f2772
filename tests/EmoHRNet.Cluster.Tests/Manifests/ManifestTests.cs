using EmoHRNet.Samples.Cluster.Manifests;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Manifests;

public class ManifestTests
{
    [Fact]
    public void Files_Folder_AreTheRecordingsBelowItByName()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["b"]);
        foreach (string name in (string[])["c.wav", "b/a.FLAC", "readme.txt", "a.mp3"])
        {
            File.WriteAllText(folder[name], "");
        }

        Assert.Equal([folder["a.mp3"], folder["b/a.FLAC"], folder["c.wav"]], Manifest.Open(folder.Path).Files());
    }

    [Fact]
    public void Files_Table_AreItsColumnPath()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["calls.csv"], "agent,path\nann,one.wav\nben,\"two, or three.wav\"\ncy,/far/away.wav\n");

        Assert.Equal([folder["one.wav"], folder["two, or three.wav"], "/far/away.wav"], Manifest.Open(folder["calls.csv"]).Files());
    }

    [Theory]
    [InlineData("file,label\na.wav,sad\n", "no column 'path'")]
    [InlineData("path,label\na.wav,sad\n,happy\n", "Line")]
    public void Files_TableThatLacksAPath_SaysWhere(string table, string expected)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["calls.csv"], table);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => Manifest.Open(folder["calls.csv"]).Files().ToList());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_List_AreItsLines()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["calls.txt"], "# calls of May\n\nsub/one.wav\n  file:///far/two%20words.wav\nhttp://127.0.0.1:9/three.wav\n");

        Assert.Equal([folder["sub/one.wav"], "/far/two words.wav", "http://127.0.0.1:9/three.wav"], Manifest.Open(folder["calls.txt"]).Files());
    }

    [Fact]
    public void Open_NothingThere_Throws() =>
        Assert.Throws<FileNotFoundException>(() => Manifest.Open("/no/such/manifest"));
}
