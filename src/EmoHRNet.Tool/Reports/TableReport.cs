using EmoHRNet.ModelFiles;
using Spectre.Console;
using static System.FormattableString;

namespace EmoHRNet.Tool.Reports;

/// <summary>A table: one line per file as soon as its prediction is known.</summary>
internal sealed class TableReport : IReport
{
    private const int LongestName = 44;
    private const int BarWidth = 20;
    private const int WidthWhenRedirected = 160;

    private readonly IAnsiConsole _console = CreateConsole();
    private int _nameWidth;
    private int _labelWidth;
    private int _count;
    private TimeSpan _audio;
    private TimeSpan _taken;

    public void Begin(IReadOnlyList<string> files, ModelDescription model, string? remark)
    {
        _nameWidth = Math.Clamp(files.Max(file => Path.GetFileName(file).Length), "File".Length, LongestName);
        _labelWidth = model.Labels.Append(EmotionPrediction.UncertainLabel).Max(label => label.Length);
        if (model.License.Length > 0)
        {
            _console.MarkupLineInterpolated($"[yellow]{model.License}[/]");
        }

        if (remark is not null)
        {
            _console.MarkupLineInterpolated($"[yellow]{remark}[/]");
        }

        if (model.License.Length > 0 || remark is not null)
        {
            _console.WriteLine();
        }

        string header = $"{"File".PadRight(_nameWidth)}  {"Emotion".PadRight(_labelWidth)}  {"Confidence",-BarWidth}        {"Next".PadRight(_labelWidth + 5)}  {"Audio",7}  {"Taken",8}";
        _console.MarkupLineInterpolated($"[bold]{header}[/]");
        _console.MarkupLineInterpolated($"[grey]{new string('─', header.Length)}[/]");
    }

    public void Add(string file, EmotionPrediction prediction)
    {
        string color = prediction.IsUncertain ? "grey" : EmotionColors.Of(prediction.Label);
        int filled = (int)Math.Round(prediction.Confidence * BarWidth);
        string next = prediction.Top(2) is [_, var second] ? Invariant($"{second.Label} {second.Probability:0%}") : "";
        _console.MarkupLine(string.Join("  ",
            Markup.Escape(Shorten(Path.GetFileName(file)).PadRight(_nameWidth)),
            $"[{color}]{Markup.Escape(prediction.Label.PadRight(_labelWidth))}[/]",
            $"[{color}]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {Invariant($"{prediction.Confidence,5:0%}")}",
            $"[grey]{Markup.Escape(next.PadRight(_labelWidth + 5))}[/]",
            Invariant($"{prediction.Duration.TotalSeconds,5:0.0} s"),
            Invariant($"{prediction.Timings.Total.TotalMilliseconds,5:0} ms")));
        foreach (string note in prediction.Notes)
        {
            _console.MarkupLineInterpolated($"{"",4}[yellow]{CommandWords.Of(note)}[/]");
        }

        (_count, _audio, _taken) = (_count + 1, _audio + prediction.Duration, _taken + prediction.Timings.Total);
    }

    public void End()
    {
        string files = _count == 1 ? "1 file" : $"{_count} files";
        string summary = Invariant($"{files}, {_audio.TotalSeconds:0.0} s of audio in {_taken.TotalSeconds:0.00} s");
        string speed = _taken > TimeSpan.Zero ? Invariant($" ({_audio / _taken:0}× real time)") : "";
        _console.WriteLine();
        _console.MarkupLineInterpolated($"[grey]{summary}{speed}[/]");
    }

    /// <summary>Standard output; wide enough for every line where it is not a terminal.</summary>
    public static IAnsiConsole CreateConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWhenRedirected;
        }

        return console;
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : "…" + name[^(LongestName - 1)..];
}
