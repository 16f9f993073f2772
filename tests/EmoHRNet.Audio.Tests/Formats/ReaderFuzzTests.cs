using System.Globalization;
using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>
/// Damaged files give audio or <see cref="AudioFormatException"/>, never another exception, a hang, or more memory than
/// the file justifies. A CI run takes seconds; EMOHRNET_FUZZ_FILES sets the number of files for longer runs.
/// </summary>
public class ReaderFuzzTests
{
    private const int DefaultFileCount = 200_000;
    private const long FixedAllowance = 512 * 1024;
    private const long AllowancePerByte = 32;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static int FileCount => int.TryParse(
        Environment.GetEnvironmentVariable("EMOHRNET_FUZZ_FILES"), CultureInfo.InvariantCulture, out int count) ? count : DefaultFileCount;

    [Fact]
    public async Task Load_MutatedFiles_GiveAudioOrAudioFormatException()
    {
        byte[][] seeds = Seeds();
        Assert.All(seeds, seed => Waveform.Load(seed));
        int fileCount = FileCount;
        int current = 0;
        int readable = 0;

        Task run = Task.Run(
            () =>
            {
                for (; current < fileCount; current++)
                {
                    Random random = new(current);
                    byte[] file = Mutator.Mutate(seeds[random.Next(seeds.Length)], random);
                    readable += Check(file, random, current) ? 1 : 0;
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

    /// <summary>Whether the file could be read.</summary>
    private static bool Check(byte[] file, Random random, int number)
    {
        AudioReadOptions options = new() { UseFfmpeg = false, AllowTruncated = random.Next(2) == 0 };
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool readable = true;
        try
        {
            Read(file, options, random.Next(3));
        }
        catch (AudioFormatException)
        {
            readable = false;
        }
        catch (Exception exception)
        {
            Assert.Fail($"File {number} gives {exception}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= FixedAllowance + (AllowancePerByte * file.Length), $"File {number} of {file.Length} bytes takes {allocated}.");
        return readable;
    }

    private static void Read(byte[] file, AudioReadOptions options, int way)
    {
        switch (way)
        {
            case 0:
                Waveform.Load(file, options);
                break;
            case 1:
                Waveform.Load(new ForwardStream(file), options);
                break;
            default:
                using (AudioReader reader = AudioReader.Open(new MemoryStream(file), options))
                {
                    Assert.Equal(reader.ReadBlocks(100).Sum(b => b.SampleCount), reader.Position);
                }

                break;
        }
    }

    private static byte[][] Seeds()
    {
        byte[] pcm16 = StoredSamples.Random(SampleEncoding.Pcm16, 300).Bytes;
        byte[] ds64 = [.. new byte[8], .. BitConverter.GetBytes(600L), .. BitConverter.GetBytes(300L), 0, 0, 0, 0];
        return
        [
            new WavBuilder().Format(1, 1, 16_000, 16).Data(pcm16).Build(),
            new WavBuilder().Format(1, 2, 48_000, 24).Data(pcm16).Chunk("LIST", new byte[21]).Build(),
            new WavBuilder().Format(1, 1, 8_000, 8).Data(pcm16).Build(),
            new WavBuilder().Format(1, 3, 96_000, 32).Data(pcm16).Build(),
            new WavBuilder().Format(3, 1, 16_000, 32).Data(pcm16).Build(),
            new WavBuilder().Format(3, 1, 16_000, 64).Data(pcm16).Build(),
            new WavBuilder().Format(6, 2, 8_000, 8).Data(pcm16).Build(),
            new WavBuilder().Format(7, 1, 8_000, 8, extension: [0, 0]).Data(pcm16).Build(),
            new WavBuilder().Chunk("FLLR", new byte[31]).Extensible(1, 6, 48_000, 16, 16).Data(pcm16).Build(),
            new WavBuilder { Magic = "RF64", RiffSize = uint.MaxValue }.Chunk("ds64", ds64).Format(1, 1, 16_000, 16).Data(pcm16, uint.MaxValue).Build(),
            new WavBuilder { Magic = "RIFX" }.Format(1, 1, 16_000, 16).Data(pcm16).Build(),
            new AiffBuilder().Common(1, 300, 16).Sound(pcm16).Build(),
            new AiffBuilder().Sound(pcm16, offset: 4).Common(2, 100, 24).Build(),
            new AiffBuilder { Compression = "sowt" }.Common(2, 150, 16).Chunk("NAME", new byte[5]).Sound(pcm16).Build(),
            new AiffBuilder { Compression = "fl64" }.Common(1, 75, 64).Sound(pcm16).Build(),
            new AiffBuilder { Compression = "ulaw" }.Common(1, 600, 16).Sound(pcm16).Build(),
        ];
    }
}
