using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>The positions of the windows of a recording, in frames and in samples at the model's rate.</summary>
internal sealed class WindowGrid
{
    public WindowGrid(ModelDescription model, AnalysisOptions options)
    {
        (SampleRate, FrameHop) = (model.Preparation.SampleRate, model.HopLength);
        WindowFrames = options.WindowSeconds is { } window ? Frames(window) : model.WindowFrames;
        HopFrames = Math.Min(options.HopSeconds is { } hop ? Frames(hop) : Math.Max(1, WindowFrames / 2), WindowFrames);
    }

    /// <summary>Samples per second.</summary>
    public int SampleRate { get; }

    /// <summary>Samples between two frames.</summary>
    public int FrameHop { get; }

    /// <summary>Frames of a window.</summary>
    public int WindowFrames { get; }

    /// <summary>Frames between the starts of two windows.</summary>
    public int HopFrames { get; }

    /// <summary>The range around a window's middle that is closer to it than to its neighbors, in samples.</summary>
    public (long Start, long End) Core(long startFrame)
    {
        long center = ((2 * startFrame) + WindowFrames) * FrameHop / 2;
        long half = (long)HopFrames * FrameHop / 2;
        return (startFrame == 0 ? 0 : center - half, center + half);
    }

    /// <summary>The time of a frame.</summary>
    public TimeSpan Time(double frame) => TimeSpan.FromSeconds(frame * FrameHop / SampleRate);

    private int Frames(double seconds) => Math.Max(1, (int)Math.Round(seconds * SampleRate / FrameHop));
}
