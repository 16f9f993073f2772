using System.CommandLine;

namespace EmoHRNet.Tool.Commands;

/// <summary>How recordings are cut into windows and windows become segments.</summary>
internal sealed class AnalysisArguments
{
    private readonly Option<double?> _window = Numbers.Option("--window", "The length of a window. Default: the model's.", "SECONDS");
    private readonly Option<double?> _hop = Numbers.Option("--hop", "The time between two windows. Default: half a window.", "SECONDS");
    private readonly Option<long?> _smoothing = Numbers.WholeOption("--smoothing", "The number of neighboring windows that are averaged. Default: 3.", "N");

    public void AddTo(Command command)
    {
        command.Options.Add(_window);
        command.Options.Add(_hop);
        command.Options.Add(_smoothing);
    }

    /// <exception cref="Audio.Options.InvalidOptionsException">A number is out of range.</exception>
    public AnalysisOptions Of(ParseResult result)
    {
        AnalysisOptions options = new() { WindowSeconds = result.GetValue(_window), HopSeconds = result.GetValue(_hop) };
        options = result.GetValue(_smoothing) is { } smoothing ? options with { Smoothing = (int)Math.Clamp(smoothing, -1, int.MaxValue) } : options;
        options.Validate();
        return options;
    }
}
