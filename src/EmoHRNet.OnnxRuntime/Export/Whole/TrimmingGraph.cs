using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the trimming of silence: the energy of short frames relative to the loudest one of the clip, as <see cref="SilenceTrimOptions"/> say.</summary>
internal sealed class TrimmingGraph
{
    private readonly SignalWriter _signal;
    private readonly double _threshold;
    private readonly int _hop;
    private readonly int _length;
    private readonly int _margin;

    public TrimmingGraph(SignalWriter signal, int sampleRate, SilenceTrimOptions options)
    {
        _signal = signal;
        _threshold = Math.Pow(10, options.ThresholdDecibels / 10);
        _hop = Math.Max(1, (int)(SilenceTrimOptions.HopSeconds * sampleRate));
        _length = Math.Max(_hop, (int)(SilenceTrimOptions.FrameSeconds * sampleRate));
        _margin = (int)(options.MarginSeconds * sampleRate);
    }

    /// <param name="samples">The samples, [B, time].</param>
    public Clips Write(string samples)
    {
        string time = _signal.Length(samples, 1);
        string energies = Energies(samples, time);
        string threshold = _signal.Multiply(_signal.Largest(energies, 1), _signal.Number(_threshold));
        string hasSound = _signal.IsGreater(threshold, _signal.Number(0));
        string isSound = _signal.IsAtLeast(energies, threshold);
        string frames = _signal.Length(energies, 1);
        string places = _signal.Range(_signal.Whole(0), frames);
        string first = Scaled(_signal.Smallest(_signal.Choose(isSound, places, frames), 1));
        string last = Scaled(_signal.Largest(_signal.Choose(isSound, places, _signal.Whole(0)), 1));
        string start = _signal.Maximum(_signal.Whole(0), _signal.Subtract(first, _signal.Whole(_margin)));
        string end = _signal.Minimum(time, _signal.Add(last, _signal.Whole(_length + _margin)));
        return Cut(samples, time, _signal.Choose(hasSound, start, _signal.Whole(0)), _signal.Choose(hasSound, end, time));
    }

    /// <summary>The mean square of each frame, [B, frames]; the last frame may be shorter.</summary>
    private string Energies(string samples, string time)
    {
        string beyond = _signal.Maximum(_signal.Whole(0), _signal.Subtract(time, _signal.Whole(_length)));
        string more = _signal.Divide(_signal.Add(beyond, _signal.Whole(_hop - 1)), _signal.Whole(_hop));
        string covered = _signal.Add(Scaled(more), _signal.Whole(_length));
        string padded = _signal.Pad(samples, _signal.Whole(0), _signal.Subtract(covered, time));
        string squares = _signal.Unsqueeze(_signal.Multiply(padded, padded), 1);
        string ones = _signal.Table("trim_frame", [1, 1, _length], [.. Enumerable.Repeat(1f, _length)]);
        string sums = _signal.Drop(_signal.Convolve(squares, ones, _hop), 1);
        string starts = Scaled(_signal.Range(_signal.Whole(0), _signal.Length(sums, 1)));
        string counts = _signal.Minimum(_signal.Whole(_length), _signal.Subtract(time, starts));
        return _signal.Divide(sums, _signal.ToFloat(counts));
    }

    private Clips Cut(string samples, string time, string start, string end)
    {
        string lengths = _signal.Subtract(end, start);
        string places = _signal.Range(_signal.Whole(0), _signal.Largest(lengths));
        string inside = _signal.ToFloat(_signal.IsLess(places, lengths));
        string last = _signal.Subtract(time, _signal.Whole(1));
        string kept = _signal.Pick(samples, _signal.Minimum(_signal.Add(start, places), last));
        return new Clips(_signal.Multiply(kept, inside), lengths);
    }

    private string Scaled(string frames) => _signal.Multiply(frames, _signal.Whole(_hop));
}
