using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class MelSpectrogramExtractorTests
{
    [Theory]
    [InlineData("htk64")]
    [InlineData("slaney128")]
    [InlineData("magnitude40")]
    public void Extract_EverySignalOfTorchaudio_EqualsItsMelSpectrogram(string name)
    {
        MelGolden golden = MelGolden.Open(name);
        MelSpectrogramExtractor extractor = new(golden.Options);
        foreach (string signal in golden.Signals)
        {
            float[] expected = golden.File.Values("mel." + signal);
            Spectrogram actual = extractor.Extract(golden.File.Values("wave." + signal));
            Assert.Equal(golden.File.Shape("mel." + signal), new long[] { actual.BandCount, actual.FrameCount });
            float tolerance = 1e-4f * expected.Max();
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - actual.Values[i]) <= tolerance, $"{signal}[{i}]: {actual.Values[i]} is not {expected[i]}");
            }
        }
    }
}
