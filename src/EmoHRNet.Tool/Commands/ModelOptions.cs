using System.CommandLine;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;

namespace EmoHRNet.Tool.Commands;

/// <summary>Which model a command uses, and how it runs.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "The model file (.safetensors). Default: the one inside, eight emotions trained on RAVDESS, non-commercial.",
        HelpName = "FILE",
    };

    private readonly Option<string> _provider = new("--provider")
    {
        Description = "The execution provider of ONNX Runtime.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "cpu",
    };

    private readonly Option<long?> _threads = Numbers.WholeOption("--threads", "The threads that the network uses. Default: one for each core.", "N");

    public void AddTo(Command command)
    {
        command.Options.Add(_model);
        command.Options.Add(_provider);
        command.Options.Add(_threads);
    }

    /// <summary>Loads the model.</summary>
    public OnnxEmotionClassifier Load(ParseResult result) => new(
        result.GetValue(_model) ?? PretrainedModels.RavdessSmall,
        new OnnxEmotionClassifierOptions
        {
            ExecutionProvider = result.GetValue(_provider)!,
            Threads = result.GetValue(_threads) is { } threads ? (int)Math.Clamp(threads, int.MinValue, int.MaxValue) : null,
        });
}
