using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using EmoHRNet.Audio;

namespace EmoHRNet.Benchmarks;

/// <summary>Decoding an hour of 44.1 kHz stereo (Opus: 48 kHz) block by block from a file: 100 times real time is 36 s.</summary>
/// <remarks>Needs ffmpeg, which encodes chirps in noise once; the peer is ffmpeg decoding the same file to nothing.</remarks>
[MemoryDiagnoser]
public class CompressedDecodingBenchmarks
{
    private const int BlockLength = 44_100;
    private const string Sound = "-f lavfi -i aevalsrc=0.3*sin(2000*t*(1+mod(t\\,3)))+0.02*random(0)|0.3*sin(1500*t*(1+mod(t\\,5)))+0.02*random(1):s=44100:d=3600";

    private string _folder = "";

    /// <summary>The name of the file; its extension selects ffmpeg's container.</summary>
    [Params("hour.mp3", "hour.ogg", "hour.opus", "hour.flac")]
    public string Name { get; set; } = "";

    private string FilePath => Path.Combine(_folder, Name);

    [GlobalSetup]
    public void Encode()
    {
        _folder = Directory.CreateTempSubdirectory().FullName;
        Run($"{Sound} -b:a 128k {FilePath}");
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Description = "an hour, block by block")]
    public long Read()
    {
        using AudioReader reader = AudioReader.Open(FilePath, new AudioReadOptions { UseFfmpeg = false });
        return reader.ReadBlocks(BlockLength).Sum(block => (long)block.SampleCount);
    }

    [Benchmark(Baseline = true, Description = "ffmpeg to nothing")]
    public void Ffmpeg() => Run($"-i {FilePath} -f null -");

    private static void Run(string arguments)
    {
        using Process process = Process.Start("ffmpeg", "-v error -nostdin -threads 1 " + arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg {arguments} ended with {process.ExitCode}.");
        }
    }
}
