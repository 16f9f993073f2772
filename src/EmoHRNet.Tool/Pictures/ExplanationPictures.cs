using System.Globalization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Plotting;
using EmoHRNet.Tool.Recordings;

namespace EmoHRNet.Tool.Pictures;

/// <summary>Draws the regions of each recording's spectrogram that its prediction is based on.</summary>
internal sealed class ExplanationPictures
{
    private readonly EmotionNetworkClassifier _classifier;
    private readonly OutputNames _names;

    /// <exception cref="ArgumentException">The model's features cannot be drawn.</exception>
    public ExplanationPictures(EmotionNetworkClassifier classifier, string folder)
    {
        if (classifier.Model.Extractor is { } extractor)
        {
            throw new ArgumentException($"The model listens to {extractor}, which has no picture; expected {FeatureKind.LogMel}.");
        }

        if (classifier.Model.Features.Kind != FeatureKind.LogMel)
        {
            throw new ArgumentException($"The model listens to {classifier.Model.Features.Kind} features, which have no picture; expected {FeatureKind.LogMel}.");
        }

        (_classifier, _names) = (classifier, new OutputNames(folder));
    }

    /// <summary>Draws one recording into a PNG with the recording's name.</summary>
    /// <param name="file">The recording.</param>
    /// <param name="label">The label to explain; null is the most probable one.</param>
    /// <param name="cancellationToken">Cancels the drawing.</param>
    /// <returns>The path of the picture.</returns>
    public string Draw(string file, string? label, CancellationToken cancellationToken)
    {
        EmotionExplanation explanation = _classifier.ExplainFile(file, label, cancellationToken: cancellationToken);
        string title = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: what speaks for {explanation.Label} ({explanation.Prediction[explanation.Label]:0%})");
        ImportanceFigure figure = new(_classifier.Model.Features.Mel, new SpectrogramPlotOptions { Title = title });
        string picture = _names.Next(file, ".png");
        figure.Save(picture, explanation.Features, explanation.Importance);
        return picture;
    }
}
