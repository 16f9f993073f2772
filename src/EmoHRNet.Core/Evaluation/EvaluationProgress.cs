namespace EmoHRNet.Evaluation;

/// <summary>The progress of an evaluation.</summary>
/// <param name="Done">Clips evaluated.</param>
/// <param name="Total">Clips to evaluate.</param>
/// <param name="Correct">Clips recognized so far.</param>
public sealed record EvaluationProgress(int Done, int Total, int Correct);
