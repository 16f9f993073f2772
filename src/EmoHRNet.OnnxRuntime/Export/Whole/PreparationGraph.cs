using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Writes what <see cref="AudioPreparation"/> does to mono samples of the model's rate: trimming, level, pre-emphasis.</summary>
internal sealed class PreparationGraph(SignalWriter signal, PreparationOptions options)
{
    /// <param name="samples">The samples, [B, time].</param>
    public Clips Write(string samples)
    {
        Clips clips = new(samples, signal.Repeat(signal.Length(samples, 1), signal.Length(samples, 0)));
        if (options.Trim is { } trim)
        {
            clips = new TrimmingGraph(signal, options.SampleRate, trim).Write(clips.Samples);
        }

        if (options.Gain != GainNormalization.None)
        {
            clips = clips with { Samples = signal.Multiply(clips.Samples, Factor(Level(clips))) };
        }

        return options.PreEmphasis > 0 ? clips with { Samples = Emphasize(clips.Samples) } : clips;
    }

    private string Level(Clips clips) => options.Gain switch
    {
        GainNormalization.Peak => signal.Largest(signal.Absolute(clips.Samples), 1),
        GainNormalization.Rms => signal.SquareRoot(signal.Divide(
            signal.Sum(signal.Multiply(clips.Samples, clips.Samples), 1), signal.ToFloat(clips.Lengths))),
        _ => throw Inexpressible.Option($"{nameof(options.Gain)} = {options.Gain}"),
    };

    // Silence has no level that could be raised.
    private string Factor(string level)
    {
        string target = signal.Number(Levels.FromDecibels(options.GainTargetDecibels));
        string safe = signal.Maximum(level, signal.Number(1e-30));
        return signal.Choose(signal.IsGreater(level, signal.Number(0)), signal.Divide(target, safe), signal.Number(1));
    }

    private string Emphasize(string samples)
    {
        string previous = signal.Slice(signal.Pad(samples, signal.Whole(1), signal.Whole(0)), 0, -1);
        return signal.Subtract(samples, signal.Multiply(previous, signal.Number(options.PreEmphasis)));
    }
}
