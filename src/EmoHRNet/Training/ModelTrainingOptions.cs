using EmoHRNet.Audio.Options;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>How <see cref="ModelTraining"/> makes a model file, besides its recipe.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>Where it runs and what it leaves behind. Without a checkpoint path, it is the model file's with <c>.checkpoint</c> behind it.</summary>
    public TrainingEnvironment Environment { get; init; } = new();

    /// <summary>Features, augmentation and noise of the application's own. Default none.</summary>
    public TrainingExtensions Extensions { get; init; } = new();

    /// <summary>How weights are stored, and so what is tested. Default <see cref="TensorDataType.F32"/>.</summary>
    public TensorDataType Storage { get; init; } = TensorDataType.F32;

    /// <summary>
    /// The softmax temperature of the model, 0.01 to 100. Null, the default, fits it on the validation part; without one, or where that is the
    /// test part, it is 1.
    /// </summary>
    public double? Temperature { get; init; }

    /// <summary>How the test part is evaluated.</summary>
    public EvaluationOptions Evaluation { get; init; } = new();

    /// <summary>Checks the options.</summary>
    /// <exception cref="InvalidOptionsException">A value is out of range; every problem is named.</exception>
    public void Validate()
    {
        new OptionProblems()
            .Require(Storage is TensorDataType.F32 or TensorDataType.F16, nameof(Storage), Storage, $"{TensorDataType.F32} or {TensorDataType.F16}")
            .Require(Temperature is null or (>= 0.01 and <= 100), nameof(Temperature), Temperature, "null, or 0.01 to 100")
            .ThrowIfAny(nameof(ModelTrainingOptions));
        Evaluation.Validate();
    }
}
