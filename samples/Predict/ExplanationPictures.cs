using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Plotting;

namespace EmoHRNet.Samples.Predict;

/// <summary>Draws which regions of each file's spectrogram its answer rests on.</summary>
internal sealed class ExplanationPictures
{
    private readonly EmotionClassifier _classifier;
    private readonly string _folder;

    public ExplanationPictures(EmotionClassifier classifier, string folder)
    {
        if (classifier.Model.Extractor is { } extractor)
        {
            throw new ArgumentException($"The model listens to {extractor}, which has no picture; expected {FeatureKind.LogMel}.");
        }

        if (classifier.Model.Features.Kind != FeatureKind.LogMel)
        {
            throw new ArgumentException($"The model listens to {classifier.Model.Features.Kind} features, which have no picture; expected {FeatureKind.LogMel}.");
        }

        (_classifier, _folder) = (classifier, folder);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Draws one file into a PNG of its name.</summary>
    public void Draw(string file, CancellationToken stop)
    {
        EmotionExplanation explanation = _classifier.ExplainFile(file, cancellationToken: stop);
        string title = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: what speaks for {explanation.Label} ({explanation.Prediction[explanation.Label]:0%})");
        ImportanceFigure figure = new(_classifier.Model.Features.Mel, new SpectrogramPlotOptions { Title = title });
        figure.Save(Path.Combine(_folder, Path.ChangeExtension(Path.GetFileName(file), ".png")), explanation.Features, explanation.Importance);
    }
}
