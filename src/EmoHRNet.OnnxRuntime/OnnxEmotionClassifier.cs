using EmoHRNet.Evaluation;
using Microsoft.Extensions.Logging;

namespace EmoHRNet.OnnxRuntime;

/// <summary>Recognizes the emotion of speech with a model file on ONNX Runtime: no libtorch, a small deployment, a fast start.</summary>
/// <remarks>
/// The model file is the one that training writes, without conversion. Create one classifier and share it: any number of threads may
/// predict at once, with the same results as one thread. Disposing while predictions run is safe: running ones finish, later ones throw
/// <see cref="ObjectDisposedException"/>. A clip without sound or speech is "uncertain".
/// </remarks>
public sealed class OnnxEmotionClassifier : EmotionNetworkClassifier
{
    /// <summary>Loads a model; the path is enough, since the file contains everything that prediction needs.</summary>
    /// <param name="modelPath">The model file, as written by training; or a path from the package EmoHRNet.Models.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="logger">Receives the notes of predictions as warnings; null for none.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or does not fit the network it describes.</exception>
    /// <exception cref="BackendException">ONNX Runtime's native library or the execution provider is missing; the message names the
    /// package to add. Or ONNX Runtime rejects the network.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">At least one option is out of range.</exception>
    /// <exception cref="ExtractorMismatchException">
    /// The model was trained with a feature extractor other than <see cref="ClassifierOptions.Extractor"/>; the message names it.
    /// </exception>
    public OnnxEmotionClassifier(string modelPath, OnnxEmotionClassifierOptions? options = null, ILogger? logger = null)
        : this(Load(modelPath, options), options, logger)
    {
    }

    /// <summary>Loads several model files as one classifier, which predicts the mean of their probabilities.</summary>
    /// <param name="modelPaths">The model files, at least one, with the same labels.</param>
    /// <param name="mean">How their probabilities are averaged.</param>
    /// <param name="options">How each of them runs; null for the defaults.</param>
    /// <param name="logger">Receives the notes of predictions as warnings; null for none.</param>
    /// <exception cref="ArgumentException">There is no file, or the models have different labels or sample rates.</exception>
    /// <inheritdoc cref="OnnxEmotionClassifier(string, OnnxEmotionClassifierOptions?, ILogger?)" path="/exception"/>
    public static EnsembleClassifier LoadEnsemble(
        IEnumerable<string> modelPaths, EnsembleMean mean = EnsembleMean.Arithmetic, OnnxEmotionClassifierOptions? options = null, ILogger? logger = null) =>
        EnsembleClassifier.Load(modelPaths, path => new OnnxEmotionClassifier(path, options, logger), mean);

    private OnnxEmotionClassifier(OnnxEmotionNetwork network, OnnxEmotionClassifierOptions? options, ILogger? logger)
        : base(network.Model, network, options ?? new OnnxEmotionClassifierOptions(), logger)
    {
    }

    private static OnnxEmotionNetwork Load(string modelPath, OnnxEmotionClassifierOptions? options)
    {
        options ??= new OnnxEmotionClassifierOptions();
        options.Validate();
        return OnnxEmotionNetwork.Load(modelPath, options.ExecutionProvider, options.Threads);
    }
}
