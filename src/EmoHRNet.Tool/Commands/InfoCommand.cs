using System.CommandLine;
using EmoHRNet.ModelFiles;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime.Export;
using EmoHRNet.Tool.Reports;

namespace EmoHRNet.Tool.Commands;

/// <summary><c>emohrnet info</c>: prints the description in a model file.</summary>
internal static class InfoCommand
{
    public static Command Create()
    {
        Argument<string> model = new("MODEL")
        {
            Description = "A model file (.safetensors), or an .onnx file that 'emohrnet export' wrote. Default: the built-in model.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = new("--json") { Description = "Write the whole description as JSON." };
        Command command = new("info", "Prints a model's features, training data, results and license.") { model, json };
        command.SetAction(result => Answers.Run(() =>
        {
            string path = result.GetValue(model) ?? PretrainedModels.Default;
            bool isOnnx = Path.GetExtension(path).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
            OnnxModelInfo? exported = isOnnx ? OnnxModelInfo.Read(path) : null;
            ModelDescription description = exported?.Model ?? ModelFile.ReadDescription(path);
            Console.WriteLine(result.GetValue(json) ? description.ToJson() : ModelText.Describe(path, description, exported));
            return Answers.Success;
        }));
        return command;
    }
}
