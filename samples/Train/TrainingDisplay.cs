using System.Globalization;
using EmoHRNet.Training;
using Spectre.Console;

namespace EmoHRNet.Samples.Train;

/// <summary>Shows a run: a live progress bar in a terminal, a line per epoch elsewhere.</summary>
internal static class TrainingDisplay
{
    public static T Show<T>(Func<IProgress<TrainingProgress>, T> train) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected ? ShowBar(train) : train(new Lines());

    private static T ShowBar<T>(Func<IProgress<TrainingProgress>, T> train) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context => train(new Bar(context.AddTask("Features", maxValue: 1))));

    private static string Describe(TrainingProgress p)
    {
        string accuracy = p.LastEpoch?.ValidationUnweightedAccuracy is { } value ? string.Create(CultureInfo.InvariantCulture, $", validation {value:P1}") : "";
        string left = p.Remaining is { } time ? $", {(time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture))} left" : "";
        return p.Phase == TrainingPhase.PreparingFeatures
            ? "Features"
            : string.Create(CultureInfo.InvariantCulture, $"Epoch {p.Epoch}/{p.EpochCount}: loss {p.Loss:F3}{accuracy}{left}");
    }

    private sealed class Bar(ProgressTask task) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            bool preparing = value.Phase == TrainingPhase.PreparingFeatures;
            task.Description = Markup.Escape(Describe(value)).PadRight(60);
            task.MaxValue = preparing ? value.Total : (double)value.EpochCount * value.Total;
            task.Value = preparing ? value.Done : ((double)(value.Epoch - 1) * value.Total) + value.Done;
        }
    }

    private sealed class Lines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value is { Phase: TrainingPhase.EpochFinished, LastEpoch: { } last })
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Describe(value)} ({last.Seconds:F1} s, waited {last.WaitingSeconds:F2} s for data)"));
            }
        }
    }
}
