using EmoHRNet.Audio.Preparation;
using static System.FormattableString;

namespace EmoHRNet.Inference;

/// <summary>Checks samples before they are prepared and notes what may lower the accuracy.</summary>
internal static class SignalNotes
{
    /// <summary>Clips whose peak is below this, -80 dB of full scale, are silent.</summary>
    public const float SilencePeak = 1e-4f;

    private const float OverloadPeak = 2f;
    private const float ClippedLevel = 0.999f;
    private const int ClippedRun = 3;
    private const double ClippedShare = 0.001;
    private const double ShortSeconds = 0.25;

    private const double AudibleOffset = 0.0009;
    private const double QuietDecibels = -60;
    private const double QuantizationDecibels = -101; // the noise of rounding to 16 bits
    private const double DecibelsPerBit = 6.02;

    /// <param name="samples">The samples of one channel.</param>
    /// <param name="steady">The same samples without offset and rumble.</param>
    /// <param name="sampleRate">Their rate.</param>
    /// <param name="modelSampleRate">The model's rate.</param>
    public static IReadOnlyList<string> Find(ReadOnlySpan<float> samples, SteadyClip steady, int sampleRate, int modelSampleRate)
    {
        List<string> notes = [];
        float peak = Levels.Peak(samples);
        if (IsSilent(steady))
        {
            notes.Add("There is no sound in the clip; the probabilities mean nothing.");
        }
        else if (SpeechLevel.Measure(steady.Samples, sampleRate) is < QuietDecibels and double level)
        {
            notes.Add(Invariant($"The speech is very quiet, {level:0} dB of full scale: a recording of 16 bits holds it with {Math.Max(0, (level - QuantizationDecibels) / DecibelsPerBit):0} bits. Record it louder."));
        }

        if (peak > OverloadPeak)
        {
            notes.Add(Invariant($"Samples reach {peak:0.#}, expected -1 to 1; 16-bit integers must be divided by 32,768."));
        }
        else if (IsClipped(samples))
        {
            notes.Add("The recording is clipped: it was too loud for its recorder.");
        }

        AddSteadiness(notes, steady);
        if (samples.Length < ShortSeconds * sampleRate)
        {
            notes.Add(Invariant($"The clip lasts {(double)samples.Length / sampleRate:0.###} s, less than a word."));
        }

        if (sampleRate < modelSampleRate)
        {
            notes.Add(Invariant($"The clip has {sampleRate} Hz: nothing above {sampleRate / 2} Hz, where the model of {modelSampleRate} Hz expects speech."));
        }

        return notes;
    }

    /// <summary>Whether the clip is silent, apart from an offset.</summary>
    public static bool IsSilent(SteadyClip steady) => Levels.Peak(steady.Samples) < SilencePeak;

    private static void AddSteadiness(List<string> notes, SteadyClip steady)
    {
        if (Math.Abs(steady.Offset) > AudibleOffset)
        {
            notes.Add(Invariant($"The recording had a constant offset of {100 * Math.Abs(steady.Offset):0.0} % of full scale, which was removed."));
        }

        if (steady.HadRumble)
        {
            notes.Add("The recording had loud rumble below 40 Hz, which was removed.");
        }
    }

    /// <summary>Whether an audible share of the samples lies in runs at full scale.</summary>
    private static bool IsClipped(ReadOnlySpan<float> samples)
    {
        int clipped = 0;
        int run = 0;
        foreach (float sample in samples)
        {
            run = Math.Abs(sample) >= ClippedLevel ? run + 1 : 0;
            clipped += run >= ClippedRun ? 1 : 0;
        }

        return clipped > ClippedShare * samples.Length;
    }
}
