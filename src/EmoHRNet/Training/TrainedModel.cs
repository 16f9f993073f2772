using EmoHRNet.Evaluation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Training;

/// <summary>What <see cref="ModelTraining"/> leaves: a model file, and how it came about.</summary>
public sealed record TrainedModel
{
    /// <summary>The model file.</summary>
    public required string Path { get; init; }

    /// <summary>What the file says of the model.</summary>
    public required ModelDescription Description { get; init; }

    /// <summary>The run.</summary>
    public required TrainingResult Training { get; init; }

    /// <summary>The evaluation of the test part; null after a final run, which tests nothing.</summary>
    public required EvaluationReport? Test { get; init; }
}
