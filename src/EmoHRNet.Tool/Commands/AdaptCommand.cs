using System.CommandLine;
using EmoHRNet.Adaptation;
using EmoHRNet.OnnxRuntime;
using static System.FormattableString;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet adapt</c>: fits a model to an application's own voices and microphones with a few recordings.</summary>
internal sealed class AdaptCommand
{
    private readonly ClipArguments _clips = new();
    private readonly ModelOptions _model = new();
    private readonly Option<FileInfo> _output = new("--output", "-o") { Description = "The new model file (.safetensors).", HelpName = "FILE", Required = true };
    private readonly Option<bool> _unlabeled = new("--unlabeled")
    {
        Description = "DATA is a recording, or a folder of recordings, of one speaker or microphone, without labels: only how often each label is predicted is adjusted.",
    };

    private readonly Option<Dictionary<string, double>?> _shares =
        LabelNumbers.Option("--shares", "With --unlabeled: how often each emotion occurs in the recordings, such as neutral=6,happy=1. Default: all equally often.");

    private readonly Option<double?> _regularization = Numbers.Option(
        "--regularization", "How strongly the last layer is pulled toward its old weights, 0.001 to 1000000000. Default: chosen by cross-validation over the clips.", "N");

    public static Command Create()
    {
        AdaptCommand adapt = new();
        Command command = new(
            "adapt", "Fits the last layer of a model to your own voices and microphones in seconds: from 5 clips of each emotion. The labels do not change.")
        {
            adapt._output, adapt._unlabeled, adapt._shares, adapt._regularization,
        };
        adapt._clips.AddTo(command);
        adapt._model.AddTo(command);
        command.SetAction((result, cancellationToken) => Task.FromResult(Answers.Run(() => adapt.Run(result, cancellationToken))));
        return command;
    }

    private int Run(ParseResult result, CancellationToken cancellationToken)
    {
        string output = result.GetValue(_output)!.FullName;
        string model = _model.Path(result);
        CheckOptions(result, model, output);
        ModelAdapter adapter = new(
            stored => OnnxEmotionNetwork.Create(stored, _model.Provider(result), _model.Threads(result)),
            new AdaptationOptions { Regularization = result.GetValue(_regularization), Reading = _model.Reading(result) });
        AdaptationResult adapted = result.GetValue(_unlabeled)
            ? adapter.AdaptUnlabeled(model, Inputs.Find([_clips.Path(result)]), result.GetValue(_shares), cancellationToken)
            : adapter.Adapt(model, _clips.Load(result, _model.Reading(result), cancellationToken).Utterances, cancellationToken);
        adapted.Save(output);
        Console.Error.WriteLine(adapted.Model.Description.License);
        Console.Error.WriteLine(char.ToUpperInvariant(adapted.Summary[0]) + adapted.Summary[1..] + ".");
        if (adapted is { UnweightedAccuracyBefore: { } before, UnweightedAccuracyAfter: { } after })
        {
            Console.Error.WriteLine(Invariant(
                $"Unweighted accuracy on these clips: {before:0.0%} before, {after:0.0%} after, each clip judged by a fit that has not seen it. Test on clips of your own that took no part."));
        }

        Console.WriteLine(output);
        return Answers.Success;
    }

    private void CheckOptions(ParseResult result, string model, string output)
    {
        if (Path.GetFullPath(model) == output)
        {
            throw new ArgumentException($"--output names the model that is adapted, '{output}'; name a new file.");
        }

        if (!Path.GetExtension(output).Equals(".safetensors", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"--output is '{Path.GetFileName(output)}'; expected a name that ends in .safetensors. 'emohrnet export' makes an .onnx file of it.");
        }

        if (Path.GetDirectoryName(output) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder '{folder}' of --output does not exist; create it first.");
        }

        if (result.GetValue(_shares) is not null && !result.GetValue(_unlabeled))
        {
            throw new ArgumentException("--shares is for recordings without labels; give --unlabeled as well.");
        }
    }
}
