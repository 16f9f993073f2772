using System.Globalization;

namespace EmoHRNet.Training;

/// <summary>The loss is no longer a finite number; the checkpoint of the last finished epoch is intact.</summary>
public sealed class TrainingDivergedException : EmoHRNetException
{
    /// <summary>Creates the exception for a step.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step within the epoch, from 1.</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    public TrainingDivergedException(int epoch, int step, double learningRate)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"The loss is not finite in epoch {epoch}, step {step}, at learning rate {learningRate:G4}. Lower the learning rate, add warm-up, or set GradientClipNorm; the checkpoint of the last finished epoch is intact.")) =>
        (Epoch, Step, LearningRate) = (epoch, step, learningRate);

    /// <summary>Creates the exception with a message.</summary>
    public TrainingDivergedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public TrainingDivergedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception with a general message.</summary>
    public TrainingDivergedException()
        : this("The loss is not finite.")
    {
    }

    /// <summary>The epoch in which it happened, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step within the epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The learning rate of that step.</summary>
    public double LearningRate { get; }
}
