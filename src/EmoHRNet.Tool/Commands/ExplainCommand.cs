using System.CommandLine;
using EmoHRNet.OnnxRuntime;
using EmoHRNet.Tool.Pictures;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet explain</c>: draws the regions of the spectrogram that a prediction is based on.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string[]> inputs = Inputs.Create();
        ModelOptions model = new();
        Option<string> output = OutputOptions.Folder();
        Option<string> label = new("--label") { Description = "The emotion to explain. Default: the most probable one of each recording.", HelpName = "LABEL" };
        Command command = new("explain", "Draws the regions of each recording's spectrogram that speak for an emotion, and against it.") { inputs, output, label };
        model.AddTo(command);
        command.SetAction((result, stop) => Task.FromResult(Answers.Run(() =>
        {
            IReadOnlyList<string> files = Inputs.Find(result.GetValue(inputs)!);
            using OnnxEmotionClassifier classifier = model.Load(result);
            ExplanationPictures pictures = new(classifier, result.GetValue(output)!);
            int begun = 0;
            return ProgressBar.Show("Explaining", true, progress => Answers.ForEach(
                files,
                file =>
                {
                    progress((double)begun++ / files.Count);
                    Console.WriteLine(pictures.Draw(file, result.GetValue(label), stop));
                },
                stop));
        })));
        return command;
    }
}
