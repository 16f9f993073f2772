using System.CommandLine;
using System.CommandLine.Parsing;
using EmoHRNet.Audio.Options;
using EmoHRNet.Models;
using EmoHRNet.Tool.Commands;
using EmoHRNet.Tool.Pictures;
using EmoHRNet.Tool.Recordings;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Samples.Predict;

/// <summary>The command line: arguments in, exit code out.</summary>
internal static class PredictCommand
{
    private const int Success = 0;
    private const int Failure = 1;
    private const string SyntheticVoices =
        "The clips are synthetic voices, named for how they speak. No answer is right or wrong; for real speech, name your own files.";

    public static int Run(string[] args)
    {
        Argument<string[]> inputs = new("FILE|FOLDER")
        {
            Description = "Audio files, and folders to search for them. Without any, the clips that ship with this sample.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> model = new("--model")
        {
            Description = "The model file. Default: the one that ships with EmoHRNet.Models.",
            HelpName = "FILE",
        };
        Option<bool> json = new("--json") { Description = "Write one JSON object per line instead of a table." };
        Option<string> device = new("--device") { Description = "auto, cpu, cuda or cuda:N.", DefaultValueFactory = _ => "auto" };
        Option<string> explain = new("--explain")
        {
            Description = "Write a picture per file into this folder: the regions of the spectrogram that support the prediction, and those against it.",
            HelpName = "FOLDER",
        };
        RootCommand root = new("Recognizes the emotion of speech. The exit code is 0 if every file could be classified, otherwise 1.") { inputs, model, json, device, explain };
        ReadingArguments reading = new();
        reading.AddTo(root);
        root.SetAction((ParseResult result, CancellationToken cancellationToken) => Task.FromResult(Predict(
            result.GetValue(inputs) ?? [],
            result.GetValue(model) ?? PretrainedModels.Default,
            new EmotionClassifierOptions { Device = result.GetValue(device)!, Reading = reading.Of(result) },
            result.GetValue(json) ? new JsonReport(Console.Out) : new TableReport(),
            result.GetValue(explain),
            cancellationToken)));
        ParseResult parsed = root.Parse(args);
        return parsed.Errors.Count > 0 ? Complain(parsed.Errors) : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static int Predict(
        string[] inputs, string modelPath, EmotionClassifierOptions options, IReport report, string? pictureFolder, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<string> files = Find(inputs.Length > 0 ? inputs : [Path.Combine(AppContext.BaseDirectory, "clips")]);
            using EmotionClassifier classifier = new(modelPath, options);
            LazyReport opened = new(report, files, classifier.Model, inputs.Length == 0 ? SyntheticVoices : null);
            ExplanationPictures? pictures = pictureFolder is null ? null : new ExplanationPictures(classifier, pictureFolder);
            int answered = files.TakeWhile(_ => !cancellationToken.IsCancellationRequested).Count(file => Predict(classifier, file, opened, pictures, cancellationToken));
            opened.End();
            if (answered < files.Count && files.Count > 1)
            {
                Complain($"{files.Count - answered} of {files.Count} files got no answer.");
            }

            return answered == files.Count ? Success : Failure;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return Complain(CommandWords.Of(PlainMessage.Of(e)));
        }
    }

    private static IReadOnlyList<string> Find(string[] inputs)
    {
        RecordingSearch found = RecordingSearch.Find(inputs);
        if (found.DescribeLeftOut() is { } leftOut)
        {
            Complain(leftOut);
        }

        return found.Files;
    }

    /// <summary>Reports a file that is not audio, and still classifies the others.</summary>
    private static bool Predict(EmotionClassifier classifier, string file, LazyReport report, ExplanationPictures? pictures, CancellationToken cancellationToken)
    {
        try
        {
            report.Add(file, classifier.PredictFile(file));
            pictures?.Draw(file, null, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (IsExpected(e))
        {
            Complain(CommandWords.Of(PlainMessage.Of(e)));
            return false;
        }
    }

    private static bool IsExpected(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or EmoHRNetException;

    private static int Complain(IReadOnlyList<ParseError> errors) =>
        Complain(string.Join(Environment.NewLine, errors.Select(error => error.Message)) + Environment.NewLine + "See --help.");

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return Failure;
    }
}
