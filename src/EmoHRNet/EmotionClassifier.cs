using EmoHRNet.Evaluation;
using EmoHRNet.Inference;
using Microsoft.Extensions.Logging;

namespace EmoHRNet;

/// <summary>Recognizes the emotion of speech with a model file, through TorchSharp on CPU or CUDA.</summary>
/// <remarks>
/// Create one and share it: any number of threads may predict at once, with the same results as one thread. Disposing while
/// predictions run is safe: running ones finish, later ones get <see cref="ObjectDisposedException"/>. A silent clip
/// is "uncertain". No global torch setting is changed except the number of threads, and only if the options set it.
/// </remarks>
public sealed class EmotionClassifier : EmotionNetworkClassifier
{
    /// <summary>Loads a model; the path alone is enough, since the file carries all that prediction needs.</summary>
    /// <param name="modelPath">The model file, as written by training; or the path of one that ships with the package EmoHRNet.Models.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="logger">Receives the notes of predictions as warnings; null for none.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded; the message names the package to add.</exception>
    /// <exception cref="ArgumentException">The machine does not have the device.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ExtractorMismatchException">The model was trained with another feature extractor than <see cref="ClassifierOptions.Extractor"/>, which names it.</exception>
    public EmotionClassifier(string modelPath, EmotionClassifierOptions? options = null, ILogger? logger = null)
        : this(Load(modelPath, options), options, logger)
    {
    }

    /// <summary>Loads several model files as one classifier that averages their probabilities.</summary>
    /// <param name="modelPaths">The model files, at least one, with the same labels.</param>
    /// <param name="mean">How their probabilities are averaged.</param>
    /// <param name="options">How each of them runs; null for the defaults.</param>
    /// <param name="logger">Receives the notes of predictions as warnings; null for none.</param>
    /// <exception cref="ArgumentException">There is no file, or the models have different labels or sample rates.</exception>
    /// <inheritdoc cref="EmotionClassifier(string, EmotionClassifierOptions?, ILogger?)" path="/exception"/>
    public static EnsembleClassifier LoadEnsemble(
        IEnumerable<string> modelPaths, EnsembleMean mean = EnsembleMean.Arithmetic, EmotionClassifierOptions? options = null, ILogger? logger = null) =>
        EnsembleClassifier.Load(modelPaths, path => new EmotionClassifier(path, options, logger), mean);

    private EmotionClassifier(TorchEmotionNetwork network, EmotionClassifierOptions? options, ILogger? logger)
        : base(network.Model, network, options ?? new EmotionClassifierOptions(), logger)
    {
    }

    private static TorchEmotionNetwork Load(string modelPath, EmotionClassifierOptions? options)
    {
        options ??= new EmotionClassifierOptions();
        options.Validate();
        return TorchEmotionNetwork.Load(modelPath, options.Device, options.Precision, options.Threads);
    }
}
