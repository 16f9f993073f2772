namespace EmoHRNet.Timelines;

/// <summary>Follows the energy of a stream and decides which parts of it are speech.</summary>
/// <remarks>Decisions depend only on the past. One instance follows one stream.</remarks>
internal sealed class VoiceActivity
{
    private const double FrameSeconds = 0.02;
    private const double SmallestPower = 1e-12;
    private const int LoudFrames = 20; // 0.4 s: longer than a click
    private const double MostDecibelsRaised = 40;

    private readonly VoiceActivityOptions _options;
    private readonly int _frameLength;
    private readonly SlidingMinimum _noise;
    private readonly List<bool> _frames = [];
    private readonly Queue<double> _latestPowers = new();
    private double _loudestDecibels = double.NegativeInfinity;
    private long _firstFrame;
    private double _sum;
    private double _power;
    private int _filled;

    public VoiceActivity(VoiceActivityOptions options, int sampleRate)
    {
        _options = options;
        _frameLength = Math.Max(1, (int)(FrameSeconds * sampleRate));
        _noise = new SlidingMinimum((int)Math.Ceiling(options.NoiseSeconds / FrameSeconds));
    }

    /// <summary>Takes the next samples; an incomplete frame at the end counts only when <see cref="Complete"/> is called.</summary>
    public void Append(ReadOnlySpan<float> samples)
    {
        foreach (float sample in samples)
        {
            _sum += sample;
            _power += (double)sample * sample;
            if (++_filled == _frameLength)
            {
                EndFrame();
            }
        }
    }

    public void Complete()
    {
        if (_filled > 0)
        {
            EndFrame();
        }
    }

    /// <summary>Whether enough of a range is speech; samples that have not arrived count as silence.</summary>
    public bool IsSpeech(long startSample, long endSample)
    {
        long first = Math.Max(_firstFrame, startSample / _frameLength);
        long end = Math.Min(_firstFrame + _frames.Count, (endSample + _frameLength - 1) / _frameLength);
        long speech = 0;
        for (long frame = first; frame < end; frame++)
        {
            speech += _frames[(int)(frame - _firstFrame)] ? 1 : 0;
        }

        return speech > 0 && speech >= _options.SpeechShare * (end - first);
    }

    /// <summary>Drops everything before a sample.</summary>
    public void Forget(long beforeSample)
    {
        int count = (int)Math.Clamp((beforeSample / _frameLength) - _firstFrame, 0, _frames.Count);
        _frames.RemoveRange(0, count);
        _firstFrame += count;
    }

    private void EndFrame()
    {
        // Variance instead of energy, because an offset is not sound.
        double mean = _sum / _filled;
        double power = Math.Max((_power / _filled) - (mean * mean), SmallestPower);
        double level = 10 * Math.Log10(power);
        double raised = DecibelsRaised(power);
        double noise = Math.Min(_noise.Push(level) + raised, _options.LoudestNoiseDecibels);
        _frames.Add(level + raised > Math.Max(_options.SilenceDecibels, noise + _options.MarginDecibels));
        (_sum, _power, _filled) = (0, 0, 0);
    }

    /// <summary>The gain assumed for a quiet recording: it raises the loudest part so far to the level of the loudest noise.</summary>
    private double DecibelsRaised(double power)
    {
        _latestPowers.Enqueue(power);
        if (_latestPowers.Count > LoudFrames)
        {
            _latestPowers.Dequeue();
        }

        _loudestDecibels = Math.Max(_loudestDecibels, 10 * Math.Log10(_latestPowers.Average()));
        return Math.Clamp(_options.LoudestNoiseDecibels - _loudestDecibels, 0, MostDecibelsRaised);
    }
}
