using System.Globalization;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>
/// Damaged files result in audio or <see cref="AudioFormatException"/>, never another exception, a hang, or more memory than
/// the file justifies. A CI run takes seconds; EMOHRNET_FUZZ_FILES sets the number of files for longer runs,
/// EMOHRNET_FUZZ_FIRST the first one: the number in a failure's message.
/// </summary>
public class ReaderFuzzTests
{
    private const int DefaultFileCount = 200_000;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static int FileCount => Setting("EMOHRNET_FUZZ_FILES", DefaultFileCount);

    [Fact]
    public async Task Load_MutatedFiles_GiveAudioOrAudioFormatException()
    {
        IReadOnlyList<FuzzSeed> seeds = FuzzSeed.All();
        Assert.All(seeds, seed => Waveform.Load(seed.File, new AudioReadOptions { UseFfmpeg = false }));
        int fileCount = FileCount;
        int first = Setting("EMOHRNET_FUZZ_FIRST", 0);
        int current = first;
        int readable = 0;

        Task run = Task.Run(
            () =>
            {
                for (; current < first + fileCount; current++)
                {
                    Random random = new(current);
                    FuzzSeed seed = FuzzSeed.Pick(seeds, random);
                    byte[] file = seed.Mutate(random);
                    readable += Check(file, seed, random, current) ? 1 : 0;
                }
            },
            TestContext.Current.CancellationToken);
        int last = -1;
        while (await Task.WhenAny(run, Task.Delay(Hang, TestContext.Current.CancellationToken)) != run)
        {
            Assert.True(last != current, $"File {current} hangs.");
            last = current;
        }

        await run;
        Assert.InRange(readable, fileCount / 100, fileCount - (fileCount / 100));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    /// <summary>Whether the file could be read.</summary>
    private static bool Check(byte[] file, FuzzSeed seed, Random random, int number)
    {
        AudioReadOptions options = new() { UseFfmpeg = false, AllowTruncated = random.Next(2) == 0 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        long values = 0;
        bool readable = true;
        try
        {
            values = Read(file, options, random.Next(3));
        }
        catch (AudioFormatException)
        {
            readable = false;
        }
        catch (Exception exception)
        {
            Assert.Fail($"File {number} of {seed.Name} gives {exception}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        long allowed = seed.Allowance(file.Length, readable ? values : FuzzSeed.MostValues);
        Assert.True(allocated <= allowed, $"File {number} of {seed.Name}, {file.Length} bytes, takes {allocated}; at most {allowed} are justified.");
        return readable;
    }

    /// <summary>The samples of all channels.</summary>
    private static long Read(byte[] file, AudioReadOptions options, int way)
    {
        switch (way)
        {
            case 0:
                return Values(Waveform.Load(file, options));
            case 1:
                return Values(Waveform.Load(new ForwardStream(file), options));
            default:
                using (AudioReader reader = AudioReader.Open(new MemoryStream(file), options))
                {
                    Assert.Equal(reader.ReadBlocks(100).Sum(b => b.SampleCount), reader.Position);
                    return reader.Position * reader.ChannelCount;
                }
        }
    }

    private static long Values(Waveform waveform) => (long)waveform.SampleCount * waveform.ChannelCount;
}
