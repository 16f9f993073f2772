using System.CommandLine;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Export;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet export</c>: a model as an .onnx file for other runtimes and languages.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<string> model = new("MODEL") { Description = "The model file (.safetensors). Default: the built-in model.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> output = new("--output", "-o") { Description = "The .onnx file to write; an existing one is replaced.", HelpName = "FILE" };
        Option<string> form = new("--form")
        {
            Description = "whole: mono samples to probabilities. network: windows of features to logits.",
            DefaultValueFactory = _ => "whole",
        };
        form.AcceptOnlyFromAmong("whole", "network");
        Option<string> triton = new("--triton") { Description = "Write an entry of a Triton model repository into this folder instead.", HelpName = "FOLDER" };
        Option<string> name = new("--name") { Description = "The name of the entry.", DefaultValueFactory = _ => "emohrnet" };
        Option<Dictionary<string, double>?> priors =
            LabelNumbers.Option("--priors", "How often each label is expected, such as neutral=6,happy=1. Default: all equally often.");
        Command command = new("export", "Writes a model as an .onnx file, which every runtime that reads ONNX can run.") { model, output, form, triton, name, priors };
        command.SetAction(result => Answers.Run(() =>
        {
            string path = result.GetValue(model) ?? PretrainedModels.Default;
            OnnxExportOptions options = new()
            {
                Form = result.GetValue(form) == "network" ? OnnxForm.Network : OnnxForm.Whole,
                LabelPriors = result.GetValue(priors),
            };
            return (result.GetValue(output), result.GetValue(triton)) switch
            {
                ({ } file, null) => Write(path, file, options),
                (null, { } folder) => Show(TritonRepository.Write(path, folder, result.GetValue(name)!, options)),
                _ => Answers.Complain("Say where to write: either --output FILE or --triton FOLDER."),
            };
        }));
        return command;
    }

    private static int Write(string model, string file, OnnxExportOptions options)
    {
        OnnxModelInfo info = OnnxExport.Write(model, file, options);
        Console.Error.WriteLine(info.Model.License);
        return Show(file);
    }

    private static int Show(string path)
    {
        Console.WriteLine(path);
        return Answers.Success;
    }
}
