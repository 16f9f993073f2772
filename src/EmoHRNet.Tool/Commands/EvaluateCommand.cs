using System.CommandLine;
using EmoHRNet.Corpora;
using EmoHRNet.Evaluation;
using EmoHRNet.Evaluation.Robustness;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet evaluate</c>: measures a model on labeled clips, and its robustness to noise, rooms and telephone lines.</summary>
internal sealed class EvaluateCommand
{
    private readonly ClipArguments _clips = new();
    private readonly ModelOptions _model = new();
    private readonly Option<bool> _conditions = new("--conditions")
    {
        Description = "Also evaluate the clips with noise, reverberation, telephone lines, codecs and changed levels, and report each; takes 25 times as long.",
    };

    private readonly Option<DirectoryInfo> _noise = new("--noise-folder")
    {
        Description = "With --conditions: also evaluate the clips with the noise of these recordings added, 20 and 10 dB below the voice.",
        HelpName = "FOLDER",
    };

    private readonly Option<string[]> _groups = new("--group-by")
    {
        Description = "Report each group of speakers by this attribute: gender, where the corpus states it, or a column of the table.",
        HelpName = "KEY",
        DefaultValueFactory = _ => ["gender"],
    };

    private readonly Option<FileInfo[]> _reports = new("--report")
    {
        Description = "Write the report, as the extension says: .json, .md (for a model card), .html (one page with plots), .svg (a plot of the conditions). May be given several times.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the report as JSON instead of lines." };

    public static Command Create()
    {
        EvaluateCommand evaluate = new();
        Command command = new("evaluate", "Measures a model on labeled clips: recall, confusions, calibration, groups, and robustness.")
        {
            evaluate._conditions, evaluate._noise, evaluate._groups, evaluate._reports, evaluate._json,
        };
        evaluate._clips.AddTo(command);
        evaluate._model.AddTo(command);
        command.SetAction((result, cancellationToken) => Task.FromResult(Answers.Run(() => evaluate.Run(result, cancellationToken))));
        return command;
    }

    private int Run(ParseResult result, CancellationToken cancellationToken)
    {
        FileInfo[] files = result.GetValue(_reports) ?? [];
        CheckOptions(result, files);
        Corpus corpus = _clips.Load(result, _model.Reading(result), cancellationToken);
        using OnnxEmotionClassifier classifier = _model.Load(result);
        Console.Error.WriteLine(classifier.Model.License);
        EvaluationReport report = Measure(result, classifier, corpus, cancellationToken);
        Console.Write(result.GetValue(_json) ? report.ToJson() + "\n" : report.ToText());
        foreach (FileInfo file in files)
        {
            report.Save(file.FullName);
            Console.Error.WriteLine($"Wrote {file.FullName}");
        }

        return Answers.Success;
    }

    private EvaluationReport Measure(ParseResult result, OnnxEmotionClassifier classifier, Corpus corpus, CancellationToken cancellationToken)
    {
        EvaluationOptions options = new() { Reading = _model.Reading(result), GroupBy = result.GetValue(_groups)! };
        EvaluationContext context = EvaluationContext.Of(corpus.Info) with
        {
            Model = _model.Name(result),
            Command = ReportedCommand.Of("emohrnet", result),
        };
        EvaluationReport report = ProgressBar.Show("Clips", true, progress =>
            Evaluator.Evaluate(classifier, corpus.Utterances, context, options, new ShareOf(progress, 1), cancellationToken));
        if (!result.GetValue(_conditions))
        {
            return report;
        }

        IReadOnlyList<TestCondition> own = result.GetValue(_noise) is { } folder ? TestConditions.RecordedNoise(folder.FullName) : [];
        return report with
        {
            Robustness = ProgressBar.Show("Conditions", true, progress => RobustnessTest.Run(
                classifier, corpus.Utterances, options: options, additional: own, progress: new ShareOf(progress, TestConditions.StandardCount + own.Count + 1), cancellationToken: cancellationToken)),
        };
    }

    // Checked before minutes of work, not after.
    private void CheckOptions(ParseResult result, FileInfo[] files)
    {
        bool hasConditions = result.GetValue(_conditions);
        if (result.GetValue(_noise) is not null && !hasConditions)
        {
            throw new ArgumentException("--noise-folder adds to the conditions; give --conditions as well.");
        }

        if (files.FirstOrDefault(file => !EvaluationReport.Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) is { } other)
        {
            throw new ArgumentException($"The report '{other.Name}' has no known extension; expected one of {string.Join(", ", EvaluationReport.Extensions)}.");
        }

        if (files.FirstOrDefault(file => file.Extension.Equals(".svg", StringComparison.OrdinalIgnoreCase)) is { } drawing && !hasConditions)
        {
            throw new ArgumentException($"'{drawing.Name}' would be a plot of the conditions; give --conditions as well.");
        }
    }

    /// <summary>Reports progress over several passes through the clips.</summary>
    private sealed class ShareOf(Action<double> show, int rounds) : IProgress<EvaluationProgress>
    {
        private int _finished;

        public void Report(EvaluationProgress value)
        {
            show((_finished + ((double)value.Done / value.Total)) / rounds);
            _finished += value.Done == value.Total ? 1 : 0;
        }
    }
}
