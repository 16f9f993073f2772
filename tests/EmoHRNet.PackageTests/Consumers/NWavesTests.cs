using EmoHRNet.PackageTests.Packing;
using EmoHRNet.TestSupport;

namespace EmoHRNet.PackageTests.Consumers;

/// <summary>The NWaves adapter from its package: an extractor of NWaves, mel spectrograms, time stretching.</summary>
public class NWavesTests(PackageFeed feed)
{
    [Fact]
    public void ConsoleApp_AdapterPackage_ExtractsAndStretches()
    {
        ConsumerProject app = new ConsumerProject(feed).OwnPackage("EmoHRNet.Audio.NWaves").Source("Program.cs", """
            using EmoHRNet.Audio.Augmentation;
            using EmoHRNet.Audio.Features;
            using EmoHRNet.Audio.NWaves;
            using NWaves.FeatureExtractors;
            using NWaves.FeatureExtractors.Options;

            float[] samples = [.. Enumerable.Range(0, 16_000).Select(i => 0.3f * MathF.Sin(i / 9f))];
            var options = new PlpOptions { SamplingRate = 16_000, FeatureCount = 13, FrameSize = 400, HopSize = 160 };
            IFeatureExtractor plp = new NWavesFeatureExtractor(() => new PlpExtractor(options));
            IFeatureExtractor mel = new NWavesMelSpectrogramExtractor(new MelSpectrogramOptions());
            IWaveformAugment tempo = new TimeStretch(new TimeStretchOptions { MinimumFactor = 1.2, MaximumFactor = 1.2 });
            Console.WriteLine($"{plp.Extract(samples).BandCount} {mel.Extract(samples).BandCount} {tempo.Apply(samples, 16_000, new Random(1)).Length}");
            """);

        ProcessResult result = app.Run("run");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.EndsWith("13 64 19200", result.Output.Trim(), StringComparison.Ordinal);
    }
}
