using EmoHRNet.Audio.Options;

namespace EmoHRNet.OnnxRuntime.DependencyInjection;

/// <summary>Which model a service uses, and how.</summary>
public sealed class EmoHRNetOnnxServiceOptions
{
    /// <summary>The path of the model file; required.</summary>
    public string ModelPath { get; set; } = "";

    /// <summary>How the classifier runs. Default: the classifier's defaults.</summary>
    public OnnxEmotionClassifierOptions Classifier { get; set; } = new();

    /// <summary>
    /// Whether registration reads the model file's description, so that a missing or foreign file stops the application at its start
    /// and not at the first request. Weights and ONNX Runtime are loaded when the classifier is first asked for. Default true.
    /// </summary>
    public bool ValidateModelOnStart { get; set; } = true;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems.Require(!string.IsNullOrWhiteSpace(ModelPath), nameof(ModelPath), $"'{ModelPath}'", "the path of a model file")
            .Require(Classifier is not null, nameof(Classifier), Classifier, "classifier options");
        if (Classifier is not null)
        {
            problems.Nested(nameof(Classifier), Classifier.CollectProblems);
        }

        problems.ThrowIfAny(nameof(EmoHRNetOnnxServiceOptions));
    }
}
