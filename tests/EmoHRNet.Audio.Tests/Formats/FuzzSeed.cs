using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>A file for fuzzing, with its weight and the memory that reading its damaged copies may take.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="File">The undamaged file.</param>
/// <param name="Weight">How often it is chosen, relative to others; expensive decoders rarely.</param>
/// <param name="State">The number of bytes of a decoder's tables and buffers, independent of the file.</param>
/// <param name="Repair">Corrects the checksums of a damaged copy, so that they do not hide the damage from the decoder; or null.</param>
internal sealed record FuzzSeed(string Name, byte[] File, int Weight, long State, Action<byte[]>? Repair)
{
    private const long AllowancePerByte = 32;

    /// <summary>Doubling arrays, blocks of 100 samples, and the deinterleaved copy.</summary>
    private const long AllowancePerValue = 40;
    private const long HeaderState = 512 * 1024;
    private const long DecoderState = 4 * 1024 * 1024;

    /// <summary>The size of the decoded file, with room for a damaged one that decodes to more before it fails.</summary>
    public const long MostValues = 400_000;

    public static FuzzSeed Pick(IReadOnlyList<FuzzSeed> seeds, Random random)
    {
        int at = random.Next(seeds.Sum(s => s.Weight));
        return seeds.First(s => (at -= s.Weight) < 0);
    }

    /// <summary>The number of bytes that reading may allocate.</summary>
    /// <param name="length">The length of the file in bytes.</param>
    /// <param name="values">The number of decoded samples of all channels.</param>
    public long Allowance(int length, long values) => State + (AllowancePerByte * length) + (Repair is null && State == HeaderState ? 0 : AllowancePerValue * values);

    public byte[] Mutate(Random random)
    {
        byte[] file = Mutator.Mutate(File, random);
        if (Repair is not null && random.Next(2) == 0)
        {
            Repair(file);
        }

        return file;
    }

    public static IReadOnlyList<FuzzSeed> All() => [.. Headers().Select(h => new FuzzSeed("header", h, 20, HeaderState, null)), .. Compressed()];

    private static IEnumerable<FuzzSeed> Compressed()
    {
        foreach (string name in new[] { "mono.mp3", "mono.mp2", "live.webm", "flac.mkv", "ima.wav", "ms.wav", "gsm.wav" })
        {
            yield return new FuzzSeed(name, Recording.Bytes(name), 12, DecoderState, null);
        }

        yield return new FuzzSeed("stereo.mp3", Recording.Bytes("stereo.mp3"), 6, DecoderState, null);
        yield return new FuzzSeed("stereo.webm", Recording.Bytes("stereo.webm"), 6, DecoderState, null);
        yield return new FuzzSeed("vorbis.webm", Recording.Bytes("vorbis.webm"), 4, DecoderState, null);
        yield return new FuzzSeed("mono.ogg", Recording.Bytes("mono.ogg"), 4, DecoderState, OggEdit.SignAll);
        yield return new FuzzSeed("mono.opus", Recording.Bytes("mono.opus"), 10, DecoderState, OggEdit.SignAll);
        yield return new FuzzSeed("flac.oga", Recording.Bytes("flac.oga"), 10, DecoderState, OggEdit.SignAll);
        yield return new FuzzSeed("mono.flac", Recording.Bytes("mono.flac"), 20, DecoderState, FlacEdit.SignOnlyFrame);
        yield return new FuzzSeed("stereo.flac", Recording.Bytes("stereo.flac"), 4, DecoderState, null);
    }

    private static byte[][] Headers()
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
            new WavBuilder().Format(1, 1, 16_000, 24, blockLength: 4).Data(pcm16).Build(),
            new WavBuilder().Format(1, 1, 16_000, 64).Data(pcm16, 0).Build(),
            new WavBuilder().Chunk("inst", new byte[7], padded: false).Format(1, 1, 16_000, 16).Data(pcm16, 620).Build(),
            new AiffBuilder().Common(1, 300, 16).Sound(pcm16).Build(),
            new AiffBuilder().Sound(pcm16, offset: 4).Common(2, 100, 24).Build(),
            new AiffBuilder { Compression = "sowt" }.Common(2, 150, 16).Chunk("NAME", new byte[5]).Sound(pcm16).Build(),
            new AiffBuilder { Compression = "fl64" }.Common(1, 75, 64).Sound(pcm16).Build(),
            new AiffBuilder { Compression = "ulaw" }.Common(1, 600, 16).Sound(pcm16).Build(),
        ];
    }
}
