using System.Globalization;
using EmoHRNet.Evaluation;
using Spectre.Console;

namespace EmoHRNet.Samples.Evaluate;

/// <summary>Shows the progress of an evaluation: a progress bar in a terminal, nothing when output is redirected.</summary>
internal static class EvaluationDisplay
{
    public static T Show<T>(Func<IProgress<EvaluationProgress>?, T> evaluate) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? AnsiConsole.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => evaluate(new Bar(context.AddTask("Classifying"))))
            : evaluate(null);

    private sealed class Bar(ProgressTask task) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            task.Description = string.Create(
                CultureInfo.InvariantCulture, $"{value.Done}/{value.Total} clips, {100.0 * value.Correct / value.Done:0.0} % recognized");
        }
    }
}
