using Microsoft.Extensions.Logging;

namespace EmoHRNet.Tests;

/// <summary>Makes classifiers on one engine; what a classifier promises is tested on every engine by the same tests.</summary>
public interface IClassifierEngine
{
    static abstract EmotionNetworkClassifier Create(string modelPath, ClassifierOptions? options = null, ILogger? logger = null);
}
