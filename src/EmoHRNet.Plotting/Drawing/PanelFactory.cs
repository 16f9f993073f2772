using EmoHRNet.Audio.Features;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace EmoHRNet.Plotting.Drawing;

/// <summary>Builds the plot of one spectrogram.</summary>
internal sealed class PanelFactory(MelSpectrogramOptions features, SKTypeface font)
{
    private const float ReadsUpwards = -90;
    private const float LineHeight = 1.2f;
    private const double MostOpaque = 200;
    private readonly PanelStyle _style = new(font);

    public Plot Create(Spectrogram spectrogram, int channel, ColorRange range, IColormap colors, PanelText text, PanelLayout layout)
    {
        var frequencies = new FrequencyAxis(features);
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Heatmap heatmap = plot.Add.Heatmap(Rows(spectrogram, channel));
        heatmap.Colormap = colors;
        heatmap.ManualRange = new(range.Minimum, range.Maximum);
        heatmap.Rectangle = Extent(spectrogram);

        plot.HideGrid();
        plot.DataBackground.Color = colors.GetColor((range.Nothing - range.Minimum) / (range.Maximum - range.Minimum));
        plot.Axes.SetLimits(Seconds(0), Seconds(Math.Max(spectrogram.FrameCount - 1, 0.5)), frequencies.Limits.Bottom, frequencies.Limits.Top);
        plot.Axes.Left.TickGenerator = text.ShowsFrequencies ? new NumericManual(frequencies.Ticks()) : new EmptyTickGenerator();
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = PanelStyle.Number };
        plot.Axes.Left.Label.Text = text.ShowsFrequencies ? "Frequency (Hz)" : "";
        plot.Axes.Bottom.Label.Text = "Time (s)";
        plot.Axes.Title.Label.Text = text.Title ?? "";
        plot.Axes.Title.IsVisible = text.Title is not null;
        if (text.ValueLabel is not null)
        {
            AddColorBar(plot, heatmap, text.ValueLabel);
        }

        _style.Apply(plot);
        plot.Layout.Fixed(layout.Padding);
        return plot;
    }

    /// <summary>Overlays values on a spectrogram, more opaque the further they are from zero.</summary>
    public void Overlay(Plot plot, Spectrogram values, ColorRange range, IColormap colors, string valueLabel)
    {
        double[,] rows = Rows(values, 0);
        Heatmap heatmap = plot.Add.Heatmap(rows);
        heatmap.Colormap = colors;
        heatmap.ManualRange = new(range.Minimum, range.Maximum);
        heatmap.Rectangle = Extent(values);
        heatmap.AlphaMap = Opacity(rows, range.Maximum);
        AddColorBar(plot, heatmap, valueLabel);
    }

    private CoordinateRect Extent(Spectrogram spectrogram) =>
        new(Seconds(-0.5), Seconds(spectrogram.FrameCount - 0.5), -0.5, features.BandCount - 0.5);

    private static byte[,] Opacity(double[,] values, double largest)
    {
        var opacity = new byte[values.GetLength(0), values.GetLength(1)];
        for (int row = 0; row < opacity.GetLength(0); row++)
        {
            for (int column = 0; column < opacity.GetLength(1); column++)
            {
                opacity[row, column] = (byte)Math.Round(MostOpaque * Math.Min(1, Math.Abs(values[row, column]) / largest));
            }
        }

        return opacity;
    }

    private static double[,] Rows(Spectrogram spectrogram, int channel)
    {
        var rows = new double[spectrogram.BandCount, spectrogram.FrameCount];
        for (int band = 0; band < spectrogram.BandCount; band++)
        {
            ReadOnlySpan<float> frames = spectrogram.Band(channel, band);
            for (int frame = 0; frame < frames.Length; frame++)
            {
                rows[spectrogram.BandCount - 1 - band, frame] = frames[frame];
            }
        }

        return rows;
    }

    private void AddColorBar(Plot plot, Heatmap heatmap, string label)
    {
        ColorBar bar = plot.Add.ColorBar(heatmap);
        bar.Width = 14;
        bar.Label = label;
        bar.LabelStyle.Rotation = ReadsUpwards;

        // ScottPlot anchors the label of a right axis for text that reads downwards; rotated, it would leave the panel.
        bar.LabelStyle.OffsetX = -PanelStyle.LabelFontSize * LineHeight;
        bar.Axis.TickGenerator = new NumericAutomatic { LabelFormatter = PanelStyle.Number, TargetTickCount = 6 };
        _style.Apply(bar.Axis);
    }

    private double Seconds(double frame)
    {
        double offset = features.Center ? 0 : features.FftSize / 2.0;
        return ((frame * features.HopLength) + offset) / features.SampleRate;
    }
}
