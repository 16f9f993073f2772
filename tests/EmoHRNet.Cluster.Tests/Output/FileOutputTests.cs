using EmoHRNet.Samples.Cluster.Output;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Cluster.Tests.Output;

public class FileOutputTests
{
    private const string Run = "run";

    private static readonly FileOutput Csv = new(new CsvRows(["sad", "happy"]));

    [Fact]
    public async Task GatherAsync_BatchWrittenTwiceAndOutOfOrder_HasEveryRecordingOnceInOrder()
    {
        using TemporaryFolder folder = new();
        string output = folder["results.csv"];
        await Csv.WriteAsync(output, Run, 1, [Result(2)]);
        await Csv.WriteAsync(output, Run, 0, [Result(0), Result(1)]);
        await Csv.WriteAsync(output, Run, 1, [Result(2)]);

        await Csv.GatherAsync(output, Run, 2);

        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal(["position,file,label,confidence,seconds,error,sad,happy", "0,0.wav,happy,0.75,1.5,,0.25,0.75", "1,1.wav,happy,0.75,1.5,,0.25,0.75", "2,2.wav,happy,0.75,1.5,,0.25,0.75"], lines);
        Assert.Equal([output], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task GatherAsync_InterruptedWhileDeletingParts_LeavesTheFileAndNoParts()
    {
        using TemporaryFolder folder = new();
        string output = folder["results.csv"];
        await Csv.WriteAsync(output, Run, 1, [Result(1)]);
        await File.WriteAllTextAsync(output, "complete", TestContext.Current.CancellationToken);

        await Csv.GatherAsync(output, Run, 2);

        Assert.Equal("complete", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
        Assert.Equal([output], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task GatherAsync_MissingPart_LeavesNoFileAndTheOtherParts()
    {
        using TemporaryFolder folder = new();
        string output = folder["results.csv"];
        await Csv.WriteAsync(output, Run, 0, [Result(0)]);

        await Assert.ThrowsAnyAsync<IOException>(() => Csv.GatherAsync(output, Run, 2));

        Assert.False(File.Exists(output));
        Assert.Single(Directory.GetFiles(folder.Path, "part-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void RequireNew_OutputOfAnother_IsNotReplaced()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["results.csv"], "");

        Assert.Contains("exists already", Assert.Throws<ArgumentException>(() => Csv.RequireNew(folder["results.csv"])).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<ArgumentException>(() => Csv.RequireNew(folder["none/results.csv"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_NamesAndErrorsWithCommasAndQuotes_AreQuoted() =>
        Assert.Equal("7,\"a, b.wav\",,,,\"is \"\"no\"\" audio\",,", new CsvRows(["sad", "happy"]).Line(ScoredFile.OfError(7, "a, b.wav", "is \"no\" audio")));

    private static ScoredFile Result(long position) => ScoredFile.OfPrediction(
        position, $"{position}.wav", new EmotionPrediction(["sad", "happy"], [0.25f, 0.75f]) { Duration = TimeSpan.FromSeconds(1.5) });
}
