using System.CommandLine;
using EmoHRNet.Audio;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.Models;
using EmoHRNet.OnnxRuntime;

namespace EmoHRNet.Tool.Commands;

/// <summary>Which model a command uses, how it runs, and how it reads recordings.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "The model file (.safetensors). Default: the built-in one, seven emotions, non-commercial.",
        HelpName = "FILE",
    };

    private readonly Option<string> _provider = new("--provider")
    {
        Description = "The execution provider of ONNX Runtime.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "cpu",
    };

    private readonly ReadingArguments _reading = new();

    private readonly Option<long?> _threads = Numbers.WholeOption("--threads", "The threads that the network uses. Default: one for each core.", "N");

    private readonly Option<double?> _speechThreshold = Numbers.Option(
        "--speech-threshold", "Recordings and segments with a lower speech probability have no emotion. 0 turns speech detection off. Default: 0.4.", "P");

    public void AddTo(Command command)
    {
        command.Options.Add(_model);
        command.Options.Add(_provider);
        command.Options.Add(_threads);
        command.Options.Add(_speechThreshold);
        _reading.AddTo(command);
    }

    /// <summary>How recordings are read.</summary>
    public AudioReadOptions Reading(ParseResult result) => _reading.Of(result);

    /// <summary>The model file.</summary>
    public string Path(ParseResult result) => result.GetValue(_model) ?? PretrainedModels.Default;

    /// <summary>The name of the model file.</summary>
    public string Name(ParseResult result) => System.IO.Path.GetFileName(Path(result));

    /// <summary>The execution provider.</summary>
    public string Provider(ParseResult result) => result.GetValue(_provider)!;

    /// <summary>The threads; null for one on each core.</summary>
    public int? Threads(ParseResult result) => result.GetValue(_threads) is { } threads ? (int)Math.Clamp(threads, int.MinValue, int.MaxValue) : null;

    /// <summary>Loads the model.</summary>
    public OnnxEmotionClassifier Load(ParseResult result) => new(
        Path(result),
        new OnnxEmotionClassifierOptions
        {
            Reading = Reading(result),
            ExecutionProvider = Provider(result),
            Threads = Threads(result),
            SpeechThreshold = result.GetValue(_speechThreshold) ?? SpeechDetector.DefaultThreshold,
        });
}
