namespace EmoHRNet.DependencyInjection;

/// <summary>Which model a service uses, and how.</summary>
public sealed class EmoHRNetServiceOptions : ClassifierServiceOptions
{
    /// <summary>How the classifier runs. Default: the classifier's defaults.</summary>
    public EmotionClassifierOptions Classifier { get; set; } = new();

    /// <inheritdoc/>
    protected override ClassifierOptions? Running => Classifier;

    /// <inheritdoc/>
    protected override string Engine => $"TorchSharp ({Classifier.Device})";

    /// <inheritdoc/>
    protected override void ReadClassifier(ConfigurationValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Classifier = values.Read(Classifier) with
        {
            Device = values.Text(nameof(Classifier.Device), Classifier.Device)!,
            Precision = values.Choice(nameof(Classifier.Precision), Classifier.Precision),
            Threads = values.Number(nameof(Classifier.Threads), Classifier.Threads),
        };
    }
}
