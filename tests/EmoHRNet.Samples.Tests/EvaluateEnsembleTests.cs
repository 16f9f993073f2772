using EmoHRNet.Core.Tests;
using EmoHRNet.Evaluation;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Samples.Tests;

public sealed class EvaluateEnsembleTests : IDisposable
{
    private readonly EvaluateSample _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Evaluate_SeveralModels_AveragesWhatTheySay()
    {
        (EvaluationReport one, EvaluationReport other, EvaluationReport both) = EvaluateTwoModels();
        Assert.Equal("model.safetensors + doubting.safetensors", both.Context.Model);
        Assert.Equal(8, both.Predictions.Count);
        for (int clip = 0; clip < 8; clip++)
        {
            Assert.NotEqual(one.Predictions[clip].Confidence, other.Predictions[clip].Confidence);
            Assert.Equal(
                (one.Predictions[clip].Probabilities[0] + other.Predictions[clip].Probabilities[0]) / 2, both.Predictions[clip].Probabilities[0], 1e-4f);
        }
    }

    [Fact]
    public void Evaluate_GeometricMean_AveragesLogarithmsAndSaysSo()
    {
        (EvaluationReport one, EvaluationReport other, EvaluationReport both) = EvaluateTwoModels("--mean", "geometric");
        Assert.Contains(both.Context.Notes, note => note.Contains("geometric", StringComparison.Ordinal));
        for (int clip = 0; clip < 8; clip++)
        {
            float[] roots = [.. one.Predictions[clip].Probabilities.Zip(other.Predictions[clip].Probabilities, (first, second) => MathF.Sqrt(first * second))];
            Assert.Equal(roots[0] / roots.Sum(), both.Predictions[clip].Probabilities[0], 1e-5f);
        }

        EvaluateSample.AssertPlainFailure(_sample.Evaluate("--corpus", "folder", "--data", "data", "--mean", "harmonic"), "harmonic");
    }

    private (EvaluationReport One, EvaluationReport Other, EvaluationReport Both) EvaluateTwoModels(params string[] mean)
    {
        TestModel.Save(_sample.Folder["doubting.safetensors"], TestModel.Description with { Temperature = 5 });
        string[] options = ["--corpus", "folder", "--data", "data", "--report"];
        Assert.Equal(0, _sample.Evaluate([.. options, "one.json"]).ExitCode);
        Assert.Equal(0, Sample.Run("Evaluate", _sample.Folder.Path, ["--model", "doubting.safetensors", .. options, "other.json"]).ExitCode);
        ProcessResult result = _sample.Evaluate(["--model", "doubting.safetensors", .. mean, .. options, "both.json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        return (_sample.Read("one.json"), _sample.Read("other.json"), _sample.Read("both.json"));
    }
}
