using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>The result of <see cref="ModelTraining"/>: a model file, its training run and its test.</summary>
public sealed record TrainedModel
{
    /// <summary>The model file.</summary>
    public required string Path { get; init; }

    /// <summary>The description in the file.</summary>
    public required ModelDescription Description { get; init; }

    /// <summary>The training run.</summary>
    public required TrainingResult Training { get; init; }

    /// <summary>The evaluation of the test part; null after a final run, which tests nothing.</summary>
    public required EvaluationReport? Test { get; init; }
}
