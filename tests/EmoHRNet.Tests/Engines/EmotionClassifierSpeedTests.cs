using EmoHRNet.Audio;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Options;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierSpeedTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private const int Rate = 16_000;

    private static readonly double[] Speeds = [0.9, 1, 1.1];

    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    protected EmotionClassifierSpeedTests() => _model = TestModel.Save(_folder["model.safetensors"]);

    public void Dispose() => _folder.Dispose();

    // One window, several windows, and almost no samples.
    public static TheoryData<int> Lengths => [8_000, 60_000, 1];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Predict_NaturalSpeedAlone_EqualsThePlainPredictionExactly(int length)
    {
        using EmotionNetworkClassifier plain = TEngine.Create(_model);
        using EmotionNetworkClassifier natural = TEngine.Create(_model, new ClassifierOptions { TestTimeSpeeds = [1] });

        Assert.Equal(Probabilities(plain, Clip(length)), Probabilities(natural, Clip(length)));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Predict_SeveralSpeeds_IsTheMeanOfThePredictionsOfPerturbedClips(int length)
    {
        float[] clip = WithoutOffset(Clip(length));
        using EmotionNetworkClassifier plain = TEngine.Create(_model);
        using EmotionNetworkClassifier averaging = TEngine.Create(_model, new ClassifierOptions { TestTimeSpeeds = Speeds });
        float[][] single =
        [
            .. Speeds.Select(speed => Probabilities(plain, speed == 1 ? clip : new SpeedPerturbation(speed).Apply(clip, Rate, new Random(1)))),
        ];

        float[] averaged = Probabilities(averaging, clip);

        for (int i = 0; i < averaged.Length; i++)
        {
            Assert.Equal(single.Average(row => (double)row[i]), averaged[i], 1e-6);
        }
    }

    [Fact]
    public void Predict_OneOtherSpeed_IsNotThePlainPrediction()
    {
        using EmotionNetworkClassifier plain = TEngine.Create(_model);
        using EmotionNetworkClassifier fast = TEngine.Create(_model, new ClassifierOptions { TestTimeSpeeds = [1.25] });

        Assert.NotEqual(Probabilities(plain, Clip(8_000)), Probabilities(fast, Clip(8_000)));
    }

    [Fact]
    public void PredictBatch_SeveralSpeeds_GivesEachClipItsOwnAnswer()
    {
        using EmotionNetworkClassifier averaging = TEngine.Create(_model, new ClassifierOptions { TestTimeSpeeds = Speeds, BatchSize = 2 });
        float[][] clips = [Clip(60_000), Clip(8_000), Clip(20_000)];

        IReadOnlyList<EmotionPrediction> answers = averaging.PredictBatch(clips, Rate, TestContext.Current.CancellationToken);

        Assert.All(clips.Zip(answers), pair =>
        {
            float[] alone = Probabilities(averaging, pair.First);
            Assert.All(alone.Zip(TestModel.Labels), each => Assert.Equal(each.First, pair.Second[each.Second], 1e-5));
        });
    }

    [Theory]
    [InlineData]
    [InlineData(0.4)]
    [InlineData(2.1)]
    [InlineData(1.0, 0.9, 1.0)]
    [InlineData(double.NaN)]
    public void Validate_SpeedsOutOfRange_AreNamed(params double[] speeds)
    {
        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(new ClassifierOptions { TestTimeSpeeds = speeds }.Validate);

        Assert.Equal("TestTimeSpeeds", Assert.Single(e.Problems).Name);
    }

    private static float[] Probabilities(EmotionNetworkClassifier classifier, float[] clip)
    {
        EmotionPrediction prediction = classifier.Predict(new Waveform(Rate, clip));
        return [.. TestModel.Labels.Select(label => prediction[label])];
    }

    private static float[] Clip(int length)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(n => (float)((0.4 * Math.Sin(n * (0.05 + (n * 1e-6)))) + (0.1 * random.NextDouble())))];
    }

    /// <summary>Removes the offset of each half: Predict removes offsets, which differ slightly between a clip and its perturbed version.</summary>
    private static float[] WithoutOffset(float[] clip) => [.. clip.Chunk((clip.Length + 1) / 2).SelectMany(Balanced)];

    private static IEnumerable<float> Balanced(float[] part)
    {
        float mean = part.Average();
        return part.Select(sample => sample - mean);
    }
}
