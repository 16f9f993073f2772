using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.ModelFiles;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Tests;

public abstract class EmotionClassifierPriorTests<TEngine> : IDisposable
    where TEngine : IClassifierEngine
{
    private static readonly Dictionary<string, double> Trained = new() { ["neutral"] = 0.1, ["happy"] = 0.2, ["sad"] = 0.3, ["angry"] = 0.4 };

    private readonly TemporaryFolder _folder = new();
    private readonly string _plain;
    private readonly string _model;

    protected EmotionClassifierPriorTests()
    {
        _plain = TestModel.Save(_folder["plain.safetensors"]);
        _model = TestModel.Save(_folder["model.safetensors"], TestModel.Description with { LabelPriors = Trained });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_NothingSaid_ExpectsAllLabelsAlike()
    {
        float[] network = Predict(_plain);
        double[] weighted = [.. network.Zip(Trained.Values, (probability, prior) => probability / prior)];

        float[] corrected = Predict(_model);

        Assert.All(corrected.Index(), each => Assert.Equal(weighted[each.Index] / weighted.Sum(), each.Item, 1e-6));
    }

    [Fact]
    public void Predict_PriorsOfTheModel_IsWhatTheNetworkSays()
    {
        ClassifierOptions options = new() { LabelPriors = ModelFile.ReadDescription(_model).LabelPriors };

        Assert.Equal(Predict(_plain), Predict(_model, options));
    }

    [Fact]
    public void Predict_ModelWithoutPriors_TakesThemAsAlike()
    {
        float[] network = Predict(_plain);
        ClassifierOptions options = new() { LabelPriors = new Dictionary<string, double> { ["neutral"] = 3, ["happy"] = 1, ["sad"] = 1, ["angry"] = 1 } };

        float[] corrected = Predict(_plain, options);

        Assert.Equal(3 * network[0] / (1 + (2 * network[0])), corrected[0], 1e-6);
    }

    [Fact]
    public void Predict_SomeLabels_NeedsThePriorsOfThoseAlone()
    {
        ClassifierOptions options = new() { Labels = ["sad", "happy"], LabelPriors = new Dictionary<string, double> { ["happy"] = 1, ["sad"] = 2 } };
        float[] network = Predict(_plain);
        double sad = network[2] / Trained["sad"] * 2;
        double happy = network[1] / Trained["happy"];

        Assert.Equal(sad / (sad + happy), Predict(_model, options)[0], 1e-6);
    }

    [Fact]
    public void Analyze_NothingSaid_HasThePriorsOfPredict()
    {
        Waveform clip = new(16_000, Clip());
        using EmotionNetworkClassifier classifier = TEngine.Create(_model);

        EmotionPrediction window = classifier.Analyze(clip, cancellationToken: TestContext.Current.CancellationToken).Windows.Single().Prediction;
        EmotionPrediction whole = classifier.Predict(clip);

        Assert.All(TestModel.Labels, label => Assert.Equal(whole[label], window[label], 1e-5));
    }

    [Theory]
    [InlineData("neutral", "a number for each of")]
    [InlineData("neutral,happy,sad,angry,bored", "only for labels of the model")]
    public void Options_PriorsOfOtherLabels_AreRefused(string labels, string expected)
    {
        ClassifierOptions options = new() { LabelPriors = labels.Split(',').ToDictionary(label => label, _ => 1.0) };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(() => TEngine.Create(_model, options));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Options_PriorsThatAreNone_AreRefused(double first, double others)
    {
        ClassifierOptions options = new() { LabelPriors = Trained.Keys.ToDictionary(label => label, label => label == "neutral" ? first : others) };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>(options.Validate);

        Assert.Equal(["LabelPriors"], e.Problems.Select(problem => problem.Name));
    }

    [Theory]
    [InlineData("neutral", 0.5)]
    [InlineData("bored", 0.1)]
    [InlineData("neutral", -0.1)]
    public void Save_PriorsThatAreNoShares_AreRefused(string label, double share)
    {
        Dictionary<string, double> wrong = new(Trained) { [label] = share };

        InvalidOptionsException e = Assert.Throws<InvalidOptionsException>((TestModel.Description with { LabelPriors = wrong }).Validate);

        Assert.Equal(["LabelPriors"], e.Problems.Select(problem => problem.Name));
    }

    // One window: the priors are corrected before windows are averaged.
    private static float[] Clip() => [.. Enumerable.Range(0, 12_000).Select(n => (float)(0.3 * Math.Sin(n * 0.11 * (1 + (0.00001 * n)))))];

    private static float[] Predict(string model, ClassifierOptions? options = null)
    {
        using EmotionNetworkClassifier classifier = TEngine.Create(model, options);
        EmotionPrediction answer = classifier.Predict(Clip());
        return [.. classifier.Labels.Select(label => answer[label])];
    }
}
