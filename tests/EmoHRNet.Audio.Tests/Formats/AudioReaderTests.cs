using EmoHRNet.Audio.Formats;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Formats;

public class AudioReaderTests
{
    private static readonly StoredSamples Samples = StoredSamples.Random(SampleEncoding.Pcm24, 2 * 40_000);
    private static readonly byte[] Wav = new WavBuilder().Format(1, 2, 16_000, 24).Data(Samples.Bytes).Build();

    [Theory]
    [InlineData(1000)]
    [InlineData(777)]
    [InlineData(40_000)]
    [InlineData(1_000_000)]
    public void ReadBlocks_AnyLength_JoinToTheWhole(int length)
    {
        using AudioReader reader = AudioReader.Open(new MemoryStream(Wav));
        Waveform whole = Waveform.Load(Wav);

        Waveform[] blocks = [.. reader.ReadBlocks(length)];

        Assert.Equal((40_000, 2, 40_000), (reader.SampleCount!.Value, reader.ChannelCount, reader.Position));
        Assert.All(blocks[..^1], b => Assert.Equal(length, b.SampleCount));
        Assert.Equal(whole.Channel(0).ToArray(), blocks.SelectMany(b => b.Channel(0).ToArray()));
        Assert.Equal(whole.Channel(1).ToArray(), blocks.SelectMany(b => b.Channel(1).ToArray()));
    }

    [Fact]
    public async Task ReadBlocksAsync_Pipe_JoinsToTheWhole()
    {
        using AudioReader reader = AudioReader.Open(new ForwardStream(Wav));
        List<float> left = [];

        await foreach (Waveform block in reader.ReadBlocksAsync(999, TestContext.Current.CancellationToken))
        {
            left.AddRange(block.Channel(0));
        }

        Assert.Null(reader.SampleCount);
        Assert.Equal(Waveform.Load(Wav).Channel(0), left.ToArray());
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Ends()
    {
        using AudioReader reader = AudioReader.Open(new ForwardStream(Wav));
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.ReadAsync(100, source.Token));
    }

    [Fact]
    public void ReadToEnd_AfterBlocks_GivesTheRest()
    {
        using AudioReader reader = AudioReader.Open(new MemoryStream(Wav));
        Waveform? first = reader.Read(10_000);

        Waveform rest = reader.ReadToEnd();

        Assert.Equal((10_000, 30_000, 40_000L), (first!.SampleCount, rest.SampleCount, reader.Position));
        Assert.Equal(Waveform.Load(Wav).Channel(1)[10_000..], rest.Channel(1));
        Assert.Null(reader.Read(1));
    }

    [Fact]
    public void Read_LongFile_TakesTheMemoryOfOneBlock()
    {
        const int TenMinutes = 600 * 16_000;
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["long.wav"], new WavBuilder().Format(1, 1, 16_000, 16).Data(new byte[2 * TenMinutes]).Build());
        using AudioReader reader = AudioReader.Open(folder["long.wav"]);
        long largest = 0;
        long total = 0;

        while (true)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Waveform? block = reader.Read(16_000);
            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
            if (block is null)
            {
                break;
            }

            total += block.SampleCount;
        }

        Assert.Equal(TenMinutes, total);
        Assert.InRange(largest, 4 * 16_000, 5 * 16_000);
    }

    [Fact]
    public void Dispose_FileOfItsOwn_IsClosed()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["a.wav"], Wav);
        AudioReader reader = AudioReader.Open(folder["a.wav"]);
        reader.Read(10);

        reader.Dispose();
        reader.Dispose();

        using FileStream exclusive = new(folder["a.wav"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Throws<ObjectDisposedException>(() => reader.Read(10));
    }

    [Fact]
    public void Open_DamagedFile_IsClosed()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["a.wav"], Wav.AsSpan(0, 60));

        Assert.Throws<AudioFormatException>(() => AudioReader.Open(folder["a.wav"]));

        using FileStream exclusive = new(folder["a.wav"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void Read_NoSamples_IsRefused()
    {
        using AudioReader reader = AudioReader.Open(new MemoryStream(Wav));

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Read(0));
    }
}
