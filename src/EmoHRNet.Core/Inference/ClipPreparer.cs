using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Inference;

/// <summary>Turns decoded samples into the features that a model expects. Thread-safe.</summary>
/// <param name="model">The model.</param>
/// <param name="options">The longest clip that is accepted, and the speeds to classify it at.</param>
/// <param name="extractor">The model's extractor.</param>
internal sealed class ClipPreparer(ModelDescription model, ClassifierOptions options, IFeatureExtractor extractor)
{
    // Steady applies the high-pass, so that notes and level describe what the model gets.
    private readonly AudioPreparation _preparation = new(model.Preparation with { HighPassHertz = 0 });
    private readonly TestTimeAugmentation _versions = new(options.TestTimeSpeeds);

    /// <summary>Prepares a clip.</summary>
    /// <param name="waveform">The clip.</param>
    /// <param name="parameter">The name of its parameter, for exceptions.</param>
    /// <param name="prefix">A prefix for messages that names the clip among several.</param>
    /// <exception cref="ArgumentException">The clip is empty, too long, or holds a sample that is not finite.</exception>
    public PreparedClip Prepare(Waveform waveform, string parameter, string prefix = "")
    {
        CheckRate(waveform.SampleRate, parameter, prefix);
        long start = Stopwatch.GetTimestamp();
        // Notes describe the mix that the model gets: one channel of a call may be silent.
        ChannelMixer mixer = new(model.Preparation.Mix);
        float[] mono = mixer.Mix(waveform);
        return Problem(mono, waveform.SampleRate) is { } problem
            ? throw new ArgumentException(prefix + problem, parameter)
            : Prepare(mono, waveform.SampleRate, [.. waveform.Notes, .. mixer.Notes], start);
    }

    private PreparedClip Prepare(float[] mono, int sampleRate, IReadOnlyList<string> channelNotes, long start)
    {
        SteadyClip steady = Steady(mono, sampleRate);
        float[] prepared = _preparation.Prepare(QuietSpeech.Raise(steady.Samples, sampleRate, model.Preparation), sampleRate);
        bool isSilent = SignalNotes.IsSilent(steady);
        SpeechVerdict speech = new(isSilent || options.SpeechThreshold == 0 ? null : SpeechDetector.Probability(steady.Samples, sampleRate), options.SpeechThreshold);
        long afterPreparation = Stopwatch.GetTimestamp();
        Spectrogram features = extractor.Extract(prepared);
        IReadOnlyList<Spectrogram> versions = _versions.Extract(extractor, prepared, features);
        long afterFeatures = Stopwatch.GetTimestamp();
        return new PreparedClip(
            features,
            versions,
            TimeSpan.FromSeconds((double)mono.Length / sampleRate),
            sampleRate,
            isSilent,
            speech,
            [.. channelNotes, .. SignalNotes.Find(mono, steady, sampleRate, model.Preparation.SampleRate), .. speech.Note is { } note ? (string[])[note] : []],
            new PredictionTimings
            {
                Preparation = Stopwatch.GetElapsedTime(start, afterPreparation),
                Features = Stopwatch.GetElapsedTime(afterPreparation, afterFeatures),
            });
    }

    private SteadyClip Steady(ReadOnlySpan<float> mono, int sampleRate) => model.Preparation.HighPassHertz is > 0 and double cutoff
        ? new SteadyClip(HighPassFilter.Apply(mono, sampleRate, cutoff), Levels.Mean(mono), HadRumble: false)
        : SteadyClip.Of(mono, sampleRate);

    /// <exception cref="ArgumentOutOfRangeException">The sample rate is out of range.</exception>
    public static void CheckRate(int sampleRate, string parameter, string prefix = "")
    {
        if (SampleGuard.FindRateProblem(sampleRate) is { } problem)
        {
            throw new ArgumentOutOfRangeException(parameter, prefix + problem);
        }
    }

    private string? Problem(float[] mono, int sampleRate)
    {
        TimeSpan duration = TimeSpan.FromSeconds((double)mono.Length / sampleRate);
        return mono.Length == 0
            ? SampleGuard.NoSamples
            : duration > options.MaximumDuration
            ? $"The clip lasts {duration:g}, at most {options.MaximumDuration:g} are accepted. Use Analyze for long recordings, or raise MaximumDuration."
            : SampleGuard.FindNotFinite(mono);
    }
}
