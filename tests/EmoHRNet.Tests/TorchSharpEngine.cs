using Microsoft.Extensions.Logging;

namespace EmoHRNet.Tests;

/// <summary>Classifiers on TorchSharp.</summary>
public sealed class TorchSharpEngine : IClassifierEngine
{
    public static EmotionNetworkClassifier Create(string modelPath, ClassifierOptions? options = null, ILogger? logger = null)
    {
        ClassifierOptions given = options ?? new ClassifierOptions();
        return new EmotionClassifier(
            modelPath,
            new EmotionClassifierOptions
            {
                BatchSize = given.BatchSize,
                Labels = given.Labels,
                LabelPriors = given.LabelPriors,
                ConfidenceThreshold = given.ConfidenceThreshold,
                SpeechThreshold = 0, // the signals of these tests are tones; speech detection is tested in the core's tests
                MaximumDuration = given.MaximumDuration,
                TestTimeSpeeds = given.TestTimeSpeeds,
                Extractor = given.Extractor,
                Reading = given.Reading,
            },
            logger);
    }
}
