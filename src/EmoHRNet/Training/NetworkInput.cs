using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>Turns prepared samples into the network's input, by the features of the recipe or by a custom extractor.</summary>
internal sealed class NetworkInput
{
    /// <param name="features">The complete features of the recipe.</param>
    /// <param name="own">The custom extractor that replaces them; null for none.</param>
    /// <exception cref="ArgumentException">The extractor's output does not match its properties.</exception>
    public NetworkInput(FeatureOptions features, IFeatureExtractor? own = null)
    {
        Own = own is null ? null : ExtractorDescription.Of(own);
        Extractor = own ?? features.CreateExtractor();
        Settings = Own is null ? features : Own;
    }

    public IFeatureExtractor Extractor { get; }

    /// <summary>The custom extractor as a model file describes it; null for built-in features.</summary>
    public ExtractorDescription? Own { get; }

    /// <summary>Everything that the values depend on, as data; part of the names of cached features.</summary>
    public object Settings { get; }
}
