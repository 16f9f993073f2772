using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;

namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>
/// Writes the classifier's preparation of mono samples at the model's rate before feature extraction: offset and rumble, very quiet speech,
/// trimming, level, pre-emphasis.
/// </summary>
internal sealed class PreparationGraph(SignalWriter signal, PreparationOptions options)
{
    /// <param name="samples">The samples, [B, time].</param>
    public Clips Write(string samples)
    {
        string steady = options.HighPassHertz > 0
            ? new HighPassGraph(signal, options.SampleRate, options.HighPassHertz).Write(samples)
            : new SteadyGraph(signal, options.SampleRate).Write(samples);
        Clips clips = new(steady, signal.Repeat(signal.Length(samples, 1), signal.Length(samples, 0)));
        if (options.Gain == GainNormalization.None)
        {
            clips = clips with { Samples = signal.Multiply(clips.Samples, QuietFactor(clips)) };
        }

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

    /// <summary>The gain for very quiet speech, as in <see cref="QuietSpeech"/>; 1 for other speech and for silence.</summary>
    private string QuietFactor(Clips clips)
    {
        string level = signal.SquareRoot(new SpeechLevelGraph(signal, options.SampleRate).MeanSquare(clips));
        string least = signal.Number(Levels.FromDecibels(QuietSpeech.LeastDecibels));
        string isQuiet = signal.IsLess(level, least);
        string peak = signal.Largest(signal.Absolute(clips.Samples), 1);
        string hasSound = signal.IsAtLeast(peak, signal.Number(QuietSpeech.SilencePeak));
        string safe = signal.Maximum(level, signal.Number(1e-30));
        string ratio = signal.Divide(least, safe);
        string most = signal.Divide(signal.Number(Levels.FromDecibels(QuietSpeech.RaisedDecibels)), safe);
        string factor = signal.Minimum(signal.Multiply(ratio, ratio), most);
        return signal.Choose(signal.Both(isQuiet, hasSound), factor, signal.Number(1));
    }

    private string Level(Clips clips) => options.Gain switch
    {
        GainNormalization.Peak => signal.Largest(signal.Absolute(clips.Samples), 1),
        GainNormalization.Rms => signal.SquareRoot(signal.Divide(
            signal.Sum(signal.Multiply(clips.Samples, clips.Samples), 1), signal.ToFloat(clips.Lengths))),
        GainNormalization.ActiveSpeech => signal.SquareRoot(new SpeechLevelGraph(signal, options.SampleRate).MeanSquare(clips)),
        _ => throw Inexpressible.Option($"{nameof(options.Gain)} = {options.Gain}"),
    };

    // Silence is not amplified.
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
