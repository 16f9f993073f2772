using EmoHRNet.Audio.Options;
using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>Options of <see cref="ModelTraining"/> that are not part of the recipe.</summary>
public sealed record ModelTrainingOptions
{
    /// <summary>Device, checkpoints and logs. The checkpoint path defaults to the model file's with <c>.checkpoint</c> appended.</summary>
    public TrainingEnvironment Environment { get; init; } = new();

    /// <summary>Custom features, augmentation and noise. Default none.</summary>
    public TrainingExtensions Extensions { get; init; } = new();

    /// <summary>The number format of the stored weights, which are also the tested ones. Default <see cref="TensorDataType.F32"/>.</summary>
    public TensorDataType Storage { get; init; } = TensorDataType.F32;

    /// <summary>
    /// The softmax temperature of the model, 0.01 to 100. Null, the default, fits it on the validation part; without one, or if that is the
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
