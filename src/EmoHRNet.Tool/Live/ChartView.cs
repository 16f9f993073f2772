using System.Globalization;
using EmoHRNet.Tool.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EmoHRNet.Tool.Live;

/// <summary>An animated chart: a bar per emotion, and a strip of the segments before.</summary>
/// <param name="labels">The emotions.</param>
/// <param name="license">The license of the weights, shown below the chart.</param>
internal sealed class ChartView(IReadOnlyList<string> labels, string license) : ILiveView
{
    private const int BarWidth = 40;
    private const int StripLength = 60;

    private readonly Queue<EmotionSegment> _past = new();

    public Task ShowAsync(IAsyncEnumerable<EmotionSegment> segments) =>
        AnsiConsole.Live(new Text("Listening ...")).StartAsync(async display =>
        {
            await foreach (EmotionSegment segment in segments)
            {
                _past.Enqueue(segment);
                if (_past.Count > StripLength)
                {
                    _past.Dequeue();
                }

                display.UpdateTarget(Draw(segment));
            }
        });

    private Rows Draw(EmotionSegment now)
    {
        List<IRenderable> rows = [new Markup($"[grey]{now.End:hh\\:mm\\:ss\\.f}[/]  [bold {Color(now)}]{Markup.Escape(now.Label)}[/]"), Text.Empty];
        int width = labels.Max(label => label.Length);
        rows.AddRange(labels.Select(label => Bar(label.PadRight(width), now.Prediction?[label] ?? 0, EmotionColors.Of(label))));
        rows.Add(Text.Empty);
        rows.Add(new Markup(string.Concat(_past.Select(segment => segment.IsSpeech ? $"[{Color(segment)}]█[/]" : "[grey]·[/]"))));
        if (license.Length > 0)
        {
            rows.Add(new Markup($"[grey]{Markup.Escape(license)}[/]"));
        }

        return new Rows(rows);
    }

    private static Markup Bar(string label, float probability, string color)
    {
        int filled = (int)Math.Round(probability * BarWidth);
        string percent = probability.ToString("0%", CultureInfo.InvariantCulture);
        return new Markup($"{Markup.Escape(label)}  [{color}]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {percent,4}");
    }

    private static string Color(EmotionSegment segment) =>
        !segment.IsSpeech || segment.Prediction!.IsUncertain ? "grey" : EmotionColors.Of(segment.Label);
}
