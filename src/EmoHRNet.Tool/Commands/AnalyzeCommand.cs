using System.CommandLine;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet analyze</c>: the emotions of recordings of any length over time.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = Inputs.Create();
        ModelOptions model = new();
        AnalysisArguments analysis = new();
        Option<string> format = new("--format", "-f") { Description = "What to write. Default: a table on the terminal, csv into a folder." };
        format.AcceptOnlyFromAmong([.. TimelineOutput.Formats]);
        Option<bool> json = new("--json") { Description = "The same as --format json." };
        Option<string> output = new("--output", "-o")
        {
            Description = "A folder for one file per recording. Default: standard output, for a table or for one recording.",
            HelpName = "FOLDER",
        };
        Option<bool> channels = new("--channels") { Description = "Analyze every channel separately, as for a call with one speaker on each." };
        Command command = new("analyze", "Follows the emotions of recordings of any length over time.") { inputs, format, json, output, channels };
        analysis.AddTo(command);
        model.AddTo(command);
        command.SetAction((result, cancellationToken) => Task.FromResult(Answers.Run(() =>
        {
            IReadOnlyList<string> files = Inputs.Find(result.GetValue(inputs)!);
            TimelineOutput target = new(result.GetValue(json) ? "json" : result.GetValue(format), result.GetValue(output));
            target.RequireRoomFor(files.Count, result.GetValue(channels));
            AnalysisOptions options = analysis.Of(result);
            using OnnxEmotionClassifier classifier = model.Load(result);
            Console.Error.WriteLine(classifier.Model.License);
            return Answers.ForEach(files, file => Analyze(classifier, file, options, result.GetValue(channels), target, cancellationToken), cancellationToken);
        })));
        return command;
    }

    private static void Analyze(
        OnnxEmotionClassifier classifier, string file, AnalysisOptions options, bool eachChannel, TimelineOutput target, CancellationToken cancellationToken)
    {
        IReadOnlyList<EmotionTimeline> timelines = ProgressBar.Show(Path.GetFileName(file), true, progress =>
        {
            ShareProgress share = new(progress);
            return eachChannel
                ? classifier.AnalyzeFileChannels(file, options, share, cancellationToken)
                : [classifier.AnalyzeFile(file, options, share, cancellationToken)];
        });
        for (int i = 0; i < timelines.Count; i++)
        {
            target.Write(file, timelines[i], eachChannel ? i + 1 : null);
        }

        foreach (string note in timelines.SelectMany(timeline => timeline.Notes).Distinct())
        {
            Console.Error.WriteLine($"{file}: {CommandWords.Of(note)}");
        }
    }

    /// <summary>Reports progress synchronously; <see cref="Progress{T}"/> would do it later and on another thread.</summary>
    private sealed class ShareProgress(Action<double> show) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => show(value.Share ?? 0);
    }
}
