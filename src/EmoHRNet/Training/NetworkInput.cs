using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>How a run makes the network's input of prepared samples: by the features of the recipe, or by the caller's own extractor.</summary>
internal sealed class NetworkInput
{
    /// <param name="features">The features of the recipe, complete.</param>
    /// <param name="own">The caller's own extractor, which takes their place; null for none.</param>
    /// <exception cref="ArgumentException">The extractor does not keep what its properties promise.</exception>
    public NetworkInput(FeatureOptions features, IFeatureExtractor? own = null)
    {
        Own = own is null ? null : ExtractorDescription.Of(own);
        Extractor = own ?? features.CreateExtractor();
        Settings = Own is null ? features : Own;
    }

    public IFeatureExtractor Extractor { get; }

    /// <summary>What a model file says of the caller's own extractor; null for built-in features.</summary>
    public ExtractorDescription? Own { get; }

    /// <summary>All that decides the values, as data: the names of cached features hold it.</summary>
    public object Settings { get; }
}
