using EmoHRNet.Tests;
using Microsoft.Extensions.Logging;

namespace EmoHRNet.OnnxRuntime.Tests;

/// <summary>Classifiers on ONNX Runtime.</summary>
public sealed class OnnxRuntimeEngine : IClassifierEngine
{
    public static EmotionNetworkClassifier Create(string modelPath, ClassifierOptions? options = null, ILogger? logger = null)
    {
        ClassifierOptions given = options ?? new ClassifierOptions();
        return new OnnxEmotionClassifier(
            modelPath,
            new OnnxEmotionClassifierOptions
            {
                BatchSize = given.BatchSize,
                Labels = given.Labels,
                LabelPriors = given.LabelPriors,
                ConfidenceThreshold = given.ConfidenceThreshold,
                SpeechThreshold = 0, // the signals of these tests are tones; the tests of Core cover the speech detector
                MaximumDuration = given.MaximumDuration,
                TestTimeSpeeds = given.TestTimeSpeeds,
                Extractor = given.Extractor,
                Reading = given.Reading,
            },
            logger);
    }
}
