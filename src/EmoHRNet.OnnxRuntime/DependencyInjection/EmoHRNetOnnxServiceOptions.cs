using EmoHRNet.DependencyInjection;

namespace EmoHRNet.OnnxRuntime.DependencyInjection;

/// <summary>The model of a service, and how it runs.</summary>
public sealed class EmoHRNetOnnxServiceOptions : ClassifierServiceOptions
{
    /// <summary>How the classifier runs. Default: the classifier's defaults.</summary>
    public OnnxEmotionClassifierOptions Classifier { get; set; } = new();

    /// <inheritdoc/>
    protected override ClassifierOptions? Running => Classifier;

    /// <inheritdoc/>
    protected override string Engine => $"ONNX Runtime ({Classifier.ExecutionProvider})";

    /// <inheritdoc/>
    protected override void ReadClassifier(ConfigurationValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Classifier = values.Read(Classifier) with
        {
            ExecutionProvider = values.Text(nameof(Classifier.ExecutionProvider), Classifier.ExecutionProvider)!,
            Threads = values.Number(nameof(Classifier.Threads), Classifier.Threads),
        };
    }
}
