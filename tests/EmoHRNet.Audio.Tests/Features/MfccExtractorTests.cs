using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Features;

public sealed class MfccExtractorTests
{
    private static readonly MelSpectrogramOptions Mel = new() { BandCount = 40, Normalization = FeatureNormalization.None };
    private static readonly float[] Samples = TestSignal.Noise(9000);

    [Fact]
    public void Extract_AnySignal_EqualsTheDefinitionOfTheCosineTransform()
    {
        Spectrogram mel = new MelSpectrogramExtractor(Mel).Extract(Samples);
        Spectrogram mfcc = new MfccExtractor(Mel, new MfccOptions { CoefficientCount = 13, Lifter = 22 }).Extract(Samples);
        Assert.Equal((13, mel.FrameCount), (mfcc.BandCount, mfcc.FrameCount));
        for (int k = 0; k < 13; k++)
        {
            for (int frame = 0; frame < mel.FrameCount; frame++)
            {
                double sum = Enumerable.Range(0, 40).Sum(b => mel[0, b, frame] * Math.Cos(Math.PI / 40 * (b + 0.5) * k));
                double expected = sum * Math.Sqrt(2.0 / 40) * (k == 0 ? Math.Sqrt(0.5) : 1) * (1 + (11 * Math.Sin(Math.PI * k / 22)));
                Assert.Equal(expected, mfcc[0, k, frame], 1e-3);
            }
        }
    }

    [Fact]
    public void Extract_AllCoefficients_KeepTheEnergyOfTheBands()
    {
        Spectrogram mel = new MelSpectrogramExtractor(Mel).Extract(Samples);
        Spectrogram mfcc = new MfccExtractor(Mel, new MfccOptions { CoefficientCount = 40 }).Extract(Samples);
        for (int frame = 0; frame < mel.FrameCount; frame++)
        {
            double expected = Enumerable.Range(0, 40).Sum(b => mel[0, b, frame] * mel[0, b, frame]);
            Assert.Equal(expected, Enumerable.Range(0, 40).Sum(k => mfcc[0, k, frame] * mfcc[0, k, frame]), 1e-4 * expected);
        }
    }

    [Fact]
    public void Extract_Silence_HasTheZerothCoefficientAlone()
    {
        Spectrogram mfcc = new MfccExtractor(Mel).Extract(new float[4000]);
        Assert.Equal(Math.Sqrt(40) * Math.Log(1e-6), mfcc[0, 0, 5], 1e-3);
        Assert.All(Enumerable.Range(1, 19), k => Assert.Equal(0, mfcc[0, k, 5], 1e-4));
    }

    [Fact]
    public void Constructor_WrongOptions_NamesEveryProblem()
    {
        InvalidOptionsException error = Assert.Throws<InvalidOptionsException>(
            () => new MfccExtractor(Mel with { Log = LogScale.None }, new MfccOptions { CoefficientCount = 41, Lifter = -1 }));
        Assert.Equal(["Mfcc.CoefficientCount", "Mfcc.Lifter", "Mel.Log"], error.Problems.Select(p => p.Name));
    }
}
