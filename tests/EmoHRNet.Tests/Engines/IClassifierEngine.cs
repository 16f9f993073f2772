using Microsoft.Extensions.Logging;

namespace EmoHRNet.Tests;

/// <summary>Creates classifiers on one engine; the same tests run on every engine.</summary>
public interface IClassifierEngine
{
    static abstract EmotionNetworkClassifier Create(string modelPath, ClassifierOptions? options = null, ILogger? logger = null);
}
