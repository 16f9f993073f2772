using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;
using EmoHRNet.Runtime;
using EmoHRNet.Splits;
using EmoHRNet.Training.Auxiliary;
using EmoHRNet.Training.Distillation;
using Microsoft.Extensions.Logging;
using static TorchSharp.torch;

namespace EmoHRNet.Training;

/// <summary>Trains a network on a training set and selects the best epoch on a validation set. It never gets a test set.</summary>
/// <remarks>
/// The same seed and number of threads (<c>torch.set_num_threads</c>; it groups sums) give the same result on the same kind of CPU, and a run
/// that is killed and resumed ends with the same weights as one that was not. Not safe for use from several threads at once.
/// </remarks>
public sealed class EmotionTrainer
{
    private readonly TrainingRecipe _recipe;
    private readonly TrainingEnvironment _environment;
    private readonly TrainingExtensions _extensions;

    /// <summary>Creates a trainer.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="environment">Device, checkpoints and logs; by default CUDA if available, without checkpoints.</param>
    /// <param name="extensions">Custom features, augmentation and noise; null for none.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">The recipe is out of range, or does not use an extension; all problems are named.</exception>
    public EmotionTrainer(TrainingRecipe recipe, TrainingEnvironment? environment = null, TrainingExtensions? extensions = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.Validate();
        (_recipe, _environment, _extensions) = (recipe, environment ?? new TrainingEnvironment(), extensions ?? new TrainingExtensions());
        _extensions.Validate(recipe);
    }

    /// <summary>Trains until the last epoch, or until validation stops improving if the recipe stops early.</summary>
    /// <param name="training">The utterances to learn from.</param>
    /// <param name="validation">The utterances that choose the epoch; null only when the recipe keeps the last epoch.</param>
    /// <param name="progress">Reported after every step and every epoch.</param>
    /// <param name="cancellationToken">Stops between two steps; the checkpoint of the last finished epoch is kept.</param>
    /// <exception cref="ArgumentException">There is nothing to validate on, or fewer than two utterances or emotions to learn from.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded.</exception>
    /// <exception cref="CorpusException">A recording cannot be used.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder of the checkpoint does not exist.</exception>
    /// <exception cref="FileNotFoundException">The initial weights, a teacher or a recording do not exist.</exception>
    /// <exception cref="ModelFormatException">The initial weights do not fit the network, a teacher has other labels or features, or the checkpoint to resume from belongs to another run or is damaged.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    /// <exception cref="TrainingDivergedException">The loss is not finite.</exception>
    public TrainingResult Train(
        TrainingSet training, ValidationSet? validation = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        CheckSets(training, validation);
        CheckCheckpointFolder();
        Backend.EnsureLoaded();
        TrainingRecipe recipe = _recipe with
        {
            Network = _recipe.Network with { ClassCount = training.Labels.Count, InputChannels = _extensions.Extractor?.ChannelCount ?? _recipe.Features.ChannelCount },
        };
        void Prepared(int done, int total) =>
            progress?.Report(new TrainingProgress(TrainingPhase.PreparingFeatures, 0, recipe.Training.Epochs, done, total, null, null, null));
        if (_extensions.Extractor is null)
        {
            recipe = CorpusStatistics.Complete(
                recipe, training.Utterances, _environment, done => Prepared(done, training.Count), cancellationToken);
        }

        recipe = MaskMeasurement.Complete(recipe, training.Utterances, _environment.Reading, done => Prepared(done, training.Count), cancellationToken);
        NetworkInput input = new(recipe.Features, _extensions.Extractor);
        Device device = TorchDevice.Parse(_environment.Device);
        using Teachers? teachers = Teachers.Load(recipe, training.Labels, device, input.Own);
        RunAugmentation augmentation = new(recipe.Augmentation, _extensions);
        FeatureStore features = new(recipe.Preparation, input, _environment.FeatureCacheFolder, _environment.Reading);
        WorldFeatures? world = recipe.World is null
            ? null
            : new WorldFeatures(recipe, input, augmentation, training.Utterances, _environment, cancellationToken);
        VariedFeatures varied = new(features, augmentation, world);
        PrepareFeatures(features, varied, training, validation, Prepared, cancellationToken);
        IReadOnlyList<AuxiliaryLabels> auxiliary = FindAuxiliaryLabels(recipe, training);
        BatchSource batches = new(varied, training, recipe, augmentation.Spectrograms, auxiliary);
        EpochValidation? validate = validation is { Count: > 0 }
            ? new EpochValidation(features, validation, recipe, new PriorCorrection(SoftTargets.LabelPriors(training, recipe.Training)), device)
            : null;
        using TrainingRun run = new(recipe, device, input.Extractor.BandCount, teachers, auxiliary);
        HeardSpeech? heard = HeardSpeech.Union([HeardSpeech.Of([.. training.Utterances, .. validation?.Utterances ?? []]), .. ParentModels.Heard(recipe)]);
        RunState state = new();
        string fingerprint = RunFingerprint.Of(recipe, training, validation, _extensions);
        ResumeInto(run, state, fingerprint);
        TrainingLog log = new(_environment, progress, recipe.Training.Epochs, batches.BatchCount, state.Epoch);
        EpochLoop epochs = new(run, recipe.Training, batches, validate, log);
        while (state.Epoch < recipe.Training.Epochs && !StopsEarly(recipe.Training, state))
        {
            EpochRecord record = epochs.Run(state.Epoch + 1, cancellationToken);
            state.Add(record, recipe.Training.Selection, () => [.. ModuleTensors.Capture(run.Kept)]);
            if (_environment.CheckpointPath is { } path)
            {
                CheckpointFile.Save(path, fingerprint, run, state);
            }

            log.EpochFinished(record);
        }

        return new TrainingResult(recipe, training, validation, state)
        {
            AuxiliaryTasks = [.. auxiliary.Select(labels => labels.ToString())],
            Heard = heard,
            Extractor = input.Own,
            Extensions = _extensions.Summary,
        };
    }

    private IReadOnlyList<AuxiliaryLabels> FindAuxiliaryLabels(TrainingRecipe recipe, TrainingSet training)
    {
        IReadOnlyList<AuxiliaryTask> tasks = recipe.AuxiliaryTasks ?? [];
        IReadOnlyList<AuxiliaryLabels> found = AuxiliaryLabels.Of(tasks, training.Utterances);
        foreach (AuxiliaryTask task in tasks.Except(found.Select(labels => labels.Task)))
        {
            _environment.Logger?.LogWarning(
                "The auxiliary task {Attributes} is left out: the training set has fewer than two classes of it.", string.Join(" + ", task.Attributes));
        }

        return found;
    }

    private static bool StopsEarly(TrainingOptions options, RunState state) =>
        options.EarlyStoppingPatience > 0 && state.Epoch > 0 && state.EpochsWithoutGain >= options.EarlyStoppingPatience;

    private void CheckSets(TrainingSet training, ValidationSet? validation)
    {
        if (training.Count < 2 || training.Targets.Distinct().Count() < 2)
        {
            throw new ArgumentException("Expected at least two utterances of two different emotions to learn from.", nameof(training));
        }

        if (_recipe.Training.Selection == EpochSelection.BestValidation && validation is not { Count: > 0 })
        {
            throw new ArgumentException(
                $"{nameof(EpochSelection)}.{nameof(EpochSelection.BestValidation)} needs a validation set; give one, or keep the last epoch.", nameof(validation));
        }
    }

    // Checked before hours of work rather than after the first epoch.
    private void CheckCheckpointFolder()
    {
        if (_environment.CheckpointPath is { } path && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new DirectoryNotFoundException($"The folder of the checkpoint '{path}' does not exist; create it first.");
        }
    }

    private static void PrepareFeatures(
        FeatureStore store, VariedFeatures varied, TrainingSet training, ValidationSet? validation, Action<int, int> prepared, CancellationToken cancellationToken)
    {
        IReadOnlyList<Utterance> validated = validation?.Utterances ?? [];
        int total = training.Count + validated.Count;
        varied.Prepare(training.Utterances, done => prepared(done, total), cancellationToken);
        store.Prepare(validated, FeatureStore.Unchanged, done => prepared(training.Count + done, total), cancellationToken);
    }

    private void ResumeInto(TrainingRun run, RunState state, string fingerprint)
    {
        if (_environment is { Resume: true, CheckpointPath: { } path } && File.Exists(path))
        {
            CheckpointFile.Restore(path, fingerprint, run, state);
            _environment.Logger?.LogInformation("Resumed from {Path} after epoch {Epoch}.", path, state.Epoch);
        }
    }
}
