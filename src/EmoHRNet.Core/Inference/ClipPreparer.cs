using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.SpeechDetection;
using EmoHRNet.Audio.VoiceRate;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Inference;

/// <summary>From decoded samples to the features that a model expects. Thread-safe.</summary>
/// <param name="model">The model.</param>
/// <param name="options">The longest clip that is accepted, and the speeds to classify it at.</param>
/// <param name="extractor">The model's extractor.</param>
internal sealed class ClipPreparer(ModelDescription model, ClassifierOptions options, IFeatureExtractor extractor)
{
    // Filtered before, so that notes and level see what the model sees.
    private readonly AudioPreparation _preparation = new(model.Preparation with { HighPassHertz = 0 });
    private readonly SpeedVersions _versions = new(options.Speeds);

    /// <exception cref="ArgumentException">The clip is empty, too long, or holds a sample that is not finite.</exception>
    public PreparedClip Prepare(ReadOnlySpan<float> mono, int sampleRate)
    {
        Check(mono.Length, sampleRate);
        return Prepare(mono, sampleRate, [], Stopwatch.GetTimestamp());
    }

    /// <summary>Prepares samples whose rate nobody stated: the model's is assumed, and doubted where the voice speaks against it.</summary>
    /// <inheritdoc cref="Prepare(ReadOnlySpan{float}, int)"/>
    public PreparedClip Prepare(ReadOnlySpan<float> mono)
    {
        PreparedClip clip = Prepare(mono, model.Preparation.SampleRate);
        if (clip.IsSilent || AssumedRate.Find(mono, model.Preparation.SampleRate) is not { } doubt)
        {
            return clip;
        }

        // Speech at a wrong rate sounds like none; the rate is what is to be put right.
        IEnumerable<string> others = clip.Notes.Where(note => note != clip.Speech.Note);
        return clip with { Speech = default, Notes = [.. others, doubt] };
    }

    /// <inheritdoc cref="Prepare(ReadOnlySpan{float}, int)"/>
    public PreparedClip Prepare(Waveform waveform)
    {
        Check(waveform.SampleCount, waveform.SampleRate);
        long start = Stopwatch.GetTimestamp();
        // What is said of the sound is said of what the model hears: one channel of a call may be silent.
        ChannelMixer mixer = new(model.Preparation.Mix);
        float[] mono = mixer.Mix(waveform);
        return Prepare(mono, waveform.SampleRate, [.. waveform.Notes, .. mixer.Notes], start);
    }

    private PreparedClip Prepare(ReadOnlySpan<float> mono, int sampleRate, IReadOnlyList<string> channelNotes, long start)
    {
        SampleGuard.ThrowIfNotFinite(mono, nameof(mono));
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

    /// <exception cref="ArgumentOutOfRangeException">No recorder has such a rate.</exception>
    public static void CheckRate(int sampleRate)
    {
        if (sampleRate is < 1_000 or > Waveform.MaximumSampleRate)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sampleRate), sampleRate, $"Expected a sample rate of 1,000 to {Waveform.MaximumSampleRate} Hz; pass the rate the samples were recorded at.");
        }
    }

    private void Check(int sampleCount, int sampleRate)
    {
        CheckRate(sampleRate);
        if (sampleCount == 0)
        {
            throw new ArgumentException("The clip holds no samples; expected at least one.", nameof(sampleCount));
        }

        TimeSpan duration = TimeSpan.FromSeconds((double)sampleCount / sampleRate);
        if (duration > options.MaximumDuration)
        {
            throw new ArgumentException(
                $"The clip lasts {duration:g}, at most {options.MaximumDuration:g} are accepted. Use Analyze for long recordings, or raise MaximumDuration.",
                nameof(sampleCount));
        }
    }
}
