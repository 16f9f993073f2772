using EmoHRNet.Audio.Storage;
using EmoHRNet.Plotting.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace EmoHRNet.Plotting;

/// <summary>Draws the emotions of a recording over time: one row per label, darker where more probable, with a box around each answer.</summary>
/// <remarks>Thread-safe: every call draws on its own canvas.</remarks>
public sealed class TimelineFigure
{
    private const float FrameWidth = 2;
    private static readonly PanelLayout Layout = new(left: 100, right: 24, top: 40, bottom: 56);
    private static readonly Color Gap = Color.FromHex("#e8e8e8");
    private static readonly Color Answer = Color.FromHex("#b2182b");
    private static readonly Color Probable = Color.FromHex("#2166ac");

    private readonly IReadOnlyList<string> _labels;
    private readonly SpectrogramPlotOptions _options;

    /// <summary>Creates the figure for a list of labels.</summary>
    /// <param name="labels">The labels, from the top row to the bottom; at least one.</param>
    /// <param name="options">Size, title and font; the colors are the figure's own. Null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no label.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">Options are not valid.</exception>
    public TimelineFigure(IReadOnlyList<string> labels, SpectrogramPlotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count == 0)
        {
            throw new ArgumentException("Found no labels; expected at least one.", nameof(labels));
        }

        (_labels, _options) = (labels, options ?? new SpectrogramPlotOptions());
        _options.Validate();
    }

    /// <summary>Draws the figure.</summary>
    /// <param name="points">The probabilities over time, in order.</param>
    /// <param name="stretches">The answers, in order; the last one's end is the recording's.</param>
    /// <returns>The PNG file's bytes.</returns>
    /// <exception cref="ArgumentException">There is no stretch, or a point does not have one probability per label.</exception>
    /// <exception cref="MissingFontException">There is no font for the axes.</exception>
    public byte[] Render(IReadOnlyList<TimelinePoint> points, IReadOnlyList<TimelineStretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(stretches);
        if (stretches.Count == 0 || points.Any(point => point.Probabilities.Count != _labels.Count))
        {
            throw new ArgumentException($"Expected at least one stretch, and {_labels.Count} probabilities at every point, one per label.", nameof(points));
        }

        using var font = PlotFont.Open(_options.FontFile);
        using Plot plot = Create(stretches[^1].End, new PanelStyle(font));
        AddProbabilities(plot, points, stretches[^1].End);
        AddAnswers(plot, stretches);
        return PngImage.Draw(plot, _options);
    }

    /// <summary>Draws the figure to a file; an existing file is replaced when the picture is complete.</summary>
    /// <inheritdoc cref="Render"/>
    public void Save(string path, IReadOnlyList<TimelinePoint> points, IReadOnlyList<TimelineStretch> stretches)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => stream.Write(Render(points, stretches)));
    }

    private Plot Create(TimeSpan duration, PanelStyle style)
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.HideGrid();
        plot.Axes.SetLimits(0, Math.Max(duration.TotalSeconds, 0.001), 0, _labels.Count);
        plot.Axes.Left.TickGenerator = new NumericManual([.. _labels.Select((label, i) => Tick.Major(Row(i) + 0.5, label))]);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = PanelStyle.Number };
        plot.Axes.Bottom.Label.Text = "Time (s)";
        plot.Axes.Title.Label.Text = _options.Title ?? "";
        plot.Axes.Title.IsVisible = _options.Title is not null;
        style.Apply(plot);
        plot.Layout.Fixed(Layout.Padding);
        return plot;
    }

    /// <summary>Each point covers the time that is closer to it than to its neighbors.</summary>
    private void AddProbabilities(Plot plot, IReadOnlyList<TimelinePoint> points, TimeSpan duration)
    {
        for (int i = 0; i < points.Count; i++)
        {
            double left = i == 0 ? 0 : Middle(points[i - 1], points[i]);
            double right = i == points.Count - 1 ? duration.TotalSeconds : Middle(points[i], points[i + 1]);
            for (int label = 0; label < _labels.Count; label++)
            {
                float probability = Math.Clamp(points[i].Probabilities[label], 0, 1);
                Fill(plot, left, right, Row(label), Row(label) + 1, Probable.WithAlpha(probability));
            }
        }
    }

    private void AddAnswers(Plot plot, IReadOnlyList<TimelineStretch> stretches)
    {
        foreach (TimelineStretch stretch in stretches)
        {
            int label = _labels.ToList().IndexOf(stretch.Label);
            if (label < 0)
            {
                Fill(plot, stretch.Start.TotalSeconds, stretch.End.TotalSeconds, 0, _labels.Count, Gap);
                continue;
            }

            var frame = plot.Add.Rectangle(stretch.Start.TotalSeconds, stretch.End.TotalSeconds, Row(label), Row(label) + 1);
            frame.FillStyle.Color = Colors.Transparent;
            frame.LineStyle.Color = Answer;
            frame.LineStyle.Width = FrameWidth;
        }
    }

    private static void Fill(Plot plot, double left, double right, double bottom, double top, Color color)
    {
        var rectangle = plot.Add.Rectangle(left, right, bottom, top);
        rectangle.FillStyle.Color = color;
        rectangle.LineStyle.Width = 0;
    }

    private static double Middle(TimelinePoint left, TimelinePoint right) => (left.Time + right.Time).TotalSeconds / 2;

    private int Row(int label) => _labels.Count - 1 - label;
}
