using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes the measurement of <see cref="SpeechLevel"/>: the active speech level (ITU-T P.56).</summary>
internal sealed class SpeechLevelGraph
{
    private const int Count = SpeechLevel.ThresholdCount;

    private readonly SignalWriter _signal;
    private readonly BlockFilter _envelope;
    private readonly int _hangover;

    public SpeechLevelGraph(SignalWriter signal, int sampleRate)
    {
        _signal = signal;
        _hangover = (int)Math.Round(SpeechLevel.HangoverSeconds * sampleRate);
        double decay = Math.Exp(-1 / (SpeechLevel.EnvelopeSeconds * sampleRate));
        _envelope = new BlockFilter("speech_envelope", 2, (state, sample) =>
        {
            state[0] = (decay * state[0]) + ((1 - decay) * sample);
            state[1] = (decay * state[1]) + ((1 - decay) * state[0]);
            return state[1];
        });
    }

    /// <summary>The mean square of the active part of each clip, [B, 1]; 0 for a silent one.</summary>
    public string MeanSquare(Clips clips)
    {
        string size = _signal.Absolute(clips.Samples);
        string peak = _signal.Largest(size, 1);
        string activity = Activity(clips, size, peak);
        string energy = _signal.Sum(_signal.Multiply(clips.Samples, clips.Samples), 1);
        string power = _signal.Divide(energy, _signal.Maximum(activity, _signal.Number(1)));
        string levels = Decibels(power, 10);
        float[] thresholds = [.. Enumerable.Range(0, Count).Select(j => (float)((20 * Math.Log10(SpeechLevel.ThresholdShare(j))) + SpeechLevel.MarginDecibels))];
        string limits = _signal.Add(Decibels(peak, 20), _signal.Table("speech_limits", [1, Count], thresholds));
        string level = Level(levels, _signal.Subtract(levels, limits), _signal.IsGreater(activity, _signal.Number(0)));
        string square = _signal.Exponential(_signal.Multiply(level, _signal.Number(Math.Log(10) / 10)));
        return _signal.Choose(_signal.IsGreater(peak, _signal.Number(0)), square, _signal.Number(0));
    }

    /// <summary>For every threshold, the number of active samples of each clip including hangovers, [B, thresholds].</summary>
    private string Activity(Clips clips, string size, string peak)
    {
        string held = Held(_envelope.Write(_signal, size));
        string places = _signal.Range(_signal.Whole(0), _signal.Length(held, 1));
        string inside = _signal.Choose(_signal.IsLess(places, clips.Lengths), held, _signal.Number(-1));
        return _signal.Join(
            [.. Enumerable.Range(0, Count).Select(j => _signal.Multiply(peak, _signal.Number(SpeechLevel.ThresholdShare(j))))
                .Select(threshold => _signal.Sum(_signal.ToFloat(_signal.IsAtLeast(inside, threshold)), 1))],
            1);
    }

    /// <summary>The largest envelope within the hangover time before each sample: spans are doubled until they are long enough.</summary>
    private string Held(string envelope)
    {
        int length = _hangover + 1;
        int span = 1;
        while (span < length)
        {
            int more = Math.Min(span, length - span);
            string earlier = _signal.Slice(_signal.Pad(envelope, _signal.Whole(more), _signal.Whole(0)), 0, -more);
            envelope = _signal.Maximum(envelope, earlier);
            span += more;
        }

        return envelope;
    }

    /// <summary>
    /// The level that is the margin above its threshold, interpolated between the two neighboring thresholds; in decibels.
    /// </summary>
    private string Level(string levels, string excesses, string isActive)
    {
        string numbers = _signal.List([.. Enumerable.Range(0, Count)]);
        string isBelow = _signal.Both(isActive, _signal.IsAtLeast(_signal.Number(0), excesses));
        string crossing = _signal.Smallest(_signal.Choose(isBelow, numbers, _signal.Whole(Count)), 1);
        string before = _signal.Subtract(crossing, _signal.Whole(1));
        string last = _signal.Largest(_signal.Choose(isActive, numbers, _signal.Whole(-1)), 1);
        string lower = At(levels, before);
        string lowerExcess = At(excesses, before);
        string fall = _signal.Maximum(_signal.Subtract(lowerExcess, At(excesses, crossing)), _signal.Number(1e-20));
        string share = _signal.Divide(lowerExcess, fall);
        string between = _signal.Add(lower, _signal.Multiply(share, _signal.Subtract(At(levels, crossing), lower)));
        string met = _signal.Choose(_signal.AreEqual(crossing, _signal.Whole(0)), At(levels, crossing), between);
        return _signal.Choose(_signal.IsLess(crossing, _signal.Whole(Count)), met, At(levels, last));

        // The value at a number, or 0 if the number does not occur.
        string At(string values, string number) => _signal.Sum(_signal.Choose(_signal.AreEqual(numbers, number), values, _signal.Number(0)), 1);
    }

    private string Decibels(string value, double scale) => _signal.Multiply(
        _signal.Logarithm(_signal.Maximum(value, _signal.Number(1e-30))), _signal.Number(scale / Math.Log(10)));
}
