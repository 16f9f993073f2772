using EmoHRNet.Audio.SpeechDetection;

namespace EmoHRNet.Timelines;

/// <summary>Tells which windows of a stream are speech: loud enough beside its noise, and sounding like a voice.</summary>
/// <remarks>What it says of a window depends on the window and what came before it. One instance follows one stream.</remarks>
/// <param name="options">How loud speech is.</param>
/// <param name="threshold">The probability of speech below which there is none; 0 asks for loudness alone.</param>
/// <param name="sampleRate">Samples per second.</param>
internal sealed class SpeechPresence(VoiceActivityOptions options, double threshold, int sampleRate)
{
    private const double JudgedSeconds = 2.048; // what the detector was fitted on
    private const double MarginSeconds = 0.064; // its frames come a little later than those of the network
    private const double NeededSeconds = 2 * JudgedSeconds;

    private readonly VoiceActivity _energy = new(options, sampleRate);
    private readonly SpeechStream? _voice = threshold > 0 ? new SpeechStream(sampleRate) : null;

    /// <summary>Takes the next samples.</summary>
    public void Append(ReadOnlySpan<float> samples)
    {
        _energy.Append(samples);
        _voice?.Append(samples);
    }

    /// <summary>Ends the stream.</summary>
    public void Complete()
    {
        _energy.Complete();
        _voice?.Complete();
    }

    /// <summary>Whether a window is speech.</summary>
    /// <param name="core">The samples around its middle that are closer to it than to its neighbors.</param>
    /// <param name="endSeconds">Where the window ends: later samples may not have come yet.</param>
    /// <param name="isLast">Whether it is the last one, which answers for all that comes after its middle.</param>
    public WindowSpeech Judge((long Start, long End) core, double endSeconds, bool isLast)
    {
        bool isLoud = _energy.IsSpeech(core.Start, isLast ? long.MaxValue / 2 : core.End);
        float? probability = _voice is not null && isLoud ? Probability(_voice, core, endSeconds, isLast) : null;
        return new WindowSpeech(isLoud && !(probability < threshold), probability);
    }

    /// <summary>Forgets what no later window needs.</summary>
    /// <param name="beforeSample">Where the earliest of them has its core.</param>
    public void Forget(long beforeSample)
    {
        _energy.Forget(beforeSample);
        _voice?.Forget(((double)beforeSample / sampleRate) - NeededSeconds);
    }

    /// <summary>Two seconds around the core, or all of it where it is longer; into the past where the window ends too early.</summary>
    private float? Probability(SpeechStream voice, (long Start, long End) core, double endSeconds, bool isLast)
    {
        double coreStart = (double)core.Start / sampleRate;
        double coreEnd = isLast ? voice.Seconds : (double)core.End / sampleRate;
        double missing = Math.Max(0, JudgedSeconds - (coreEnd - coreStart));
        double latest = isLast ? voice.Seconds : endSeconds - MarginSeconds;
        double end = Math.Min(latest, coreEnd + (missing / 2));
        double start = Math.Max(0, Math.Min(coreStart, end - JudgedSeconds));
        return voice.Probability(start, Math.Max(end, isLast ? latest : Math.Min(latest, start + JudgedSeconds)));
    }
}
