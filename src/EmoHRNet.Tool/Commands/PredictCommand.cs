using System.CommandLine;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Tool.Pictures;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet predict</c>: one prediction for each recording.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = Inputs.Create();
        ModelOptions model = new();
        Option<bool> json = new("--json") { Description = "Write one JSON object per line: file, label, confidence, probabilities, seconds, milliseconds, notes." };
        Option<string> explain = new("--explain")
        {
            Description = "Write a picture per file into this folder: the regions of the spectrogram that support the prediction, and those against it.",
            HelpName = "FOLDER",
        };
        Command command = new("predict", "Predicts the emotion of each recording.") { inputs, json, explain };
        model.AddTo(command);
        command.SetAction((result, cancellationToken) => Task.FromResult(Answers.Run(() =>
        {
            IReadOnlyList<string> files = Inputs.Find(result.GetValue(inputs)!);
            using OnnxEmotionClassifier classifier = model.Load(result);
            return Predict(classifier, files, result.GetValue(json) ? new JsonReport(Console.Out) : new TableReport(), result.GetValue(explain), cancellationToken);
        })));
        return command;
    }

    private static int Predict(OnnxEmotionClassifier classifier, IReadOnlyList<string> files, IReport report, string? pictureFolder, CancellationToken cancellationToken)
    {
        LazyReport opened = new(report, files, classifier.Model);
        ExplanationPictures? pictures = pictureFolder is null ? null : new ExplanationPictures(classifier, pictureFolder);
        int begun = 0;
        // Rows on the terminal are progress enough.
        int code = ProgressBar.Show("Predicting", Console.IsOutputRedirected && files.Count > 1, progress => Answers.ForEach(
            files,
            file =>
            {
                progress((double)begun++ / files.Count);
                opened.Add(file, classifier.PredictFile(file));
                pictures?.Draw(file, null, cancellationToken);
            },
            cancellationToken));
        opened.End();
        return code;
    }
}
