using EmoHRNet.Audio.SpeechDetection;

namespace EmoHRNet.Timelines;

/// <summary>Decides which windows of a stream are speech: loud enough above the noise, and recognized by the speech detector.</summary>
/// <remarks>A decision depends on the window and the audio before it. One instance follows one stream.</remarks>
/// <param name="options">The energy thresholds.</param>
/// <param name="threshold">The speech probability below which a window is not speech; 0 to decide by energy alone.</param>
/// <param name="sampleRate">Samples per second.</param>
internal sealed class SpeechPresence(VoiceActivityOptions options, double threshold, int sampleRate)
{
    private const double JudgedSeconds = 2.048; // the length the detector was trained on
    private const double MarginSeconds = 0.064; // the detector's frames end a little later than those of the network
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
    /// <param name="endSeconds">The end of the window; later samples may not have arrived yet.</param>
    /// <param name="isLast">Whether it is the last one, which covers everything after its middle.</param>
    public WindowSpeech Judge((long Start, long End) core, double endSeconds, bool isLast)
    {
        bool isLoud = _energy.IsSpeech(core.Start, isLast ? long.MaxValue / 2 : core.End);
        float? probability = _voice is not null && isLoud ? Probability(_voice, core, endSeconds, isLast) : null;
        return new WindowSpeech(isLoud && !(probability < threshold), probability);
    }

    /// <summary>Drops what no later window needs.</summary>
    /// <param name="beforeSample">The start of the core of the earliest later window.</param>
    public void Forget(long beforeSample)
    {
        _energy.Forget(beforeSample);
        _voice?.Forget(((double)beforeSample / sampleRate) - NeededSeconds);
    }

    /// <summary>
    /// Evaluates two seconds around the core, or all of it if it is longer; shifted into the past if the window ends too early.
    /// </summary>
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
