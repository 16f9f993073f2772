using EmoHRNet.Audio.Features;
using EmoHRNet.TestSupport;
using EmoHRNet.Training;

namespace EmoHRNet.Tests.Training;

public class FeatureCacheTests
{
    private static readonly string Key = FeatureCache.Key([1, 2, 3], "settings");

    [Fact]
    public void Read_AfterWrite_GivesTheSameValues()
    {
        using TemporaryFolder folder = new();
        FeatureCache cache = new(folder.Path);
        Spectrogram written = Ramp();

        cache.Write(Key, written);
        Spectrogram? read = new FeatureCache(folder.Path).Read(Key);

        Assert.NotNull(read);
        Assert.Equal((2, 3, 4), (read.ChannelCount, read.BandCount, read.FrameCount));
        Assert.Equal(written.Values.ToArray(), read.Values.ToArray());
    }

    [Fact]
    public void Read_NoEntry_IsNull()
    {
        using TemporaryFolder folder = new();
        Assert.Null(new FeatureCache(folder.Path).Read(Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(60)]
    public void Read_DamagedEntry_IsNull(int position)
    {
        using TemporaryFolder folder = new();
        FeatureCache cache = new(folder.Path);
        cache.Write(Key, Ramp());
        string file = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[position] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Null(cache.Read(Key));

        File.WriteAllBytes(file, bytes[..position]);
        Assert.Null(cache.Read(Key));
    }

    [Fact]
    public void Key_OtherContentOrSettings_Differs()
    {
        Assert.NotEqual(Key, FeatureCache.Key([1, 2, 4], "settings"));
        Assert.NotEqual(Key, FeatureCache.Key([1, 2, 3], "setting"));
        Assert.Equal(Key, FeatureCache.Key([1, 2, 3], "settings"));
    }

    [Fact]
    public async Task Write_ManyAtOnce_LeavesOneWholeEntry()
    {
        using TemporaryFolder folder = new();
        FeatureCache cache = new(folder.Path);

        await Parallel.ForAsync(0, 32, (_, _) =>
        {
            cache.Write(Key, Ramp());
            Assert.NotNull(cache.Read(Key));
            return ValueTask.CompletedTask;
        });

        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    private static Spectrogram Ramp() => new(2, 3, 4, [.. Enumerable.Range(0, 24).Select(i => i / 7f)]);
}
