using EmoHRNet.Audio.Preparation;
using static System.FormattableString;

namespace EmoHRNet.Inference;

/// <summary>Looks at samples before they are prepared and says what about them may lower the accuracy.</summary>
internal static class SignalNotes
{
    /// <summary>No sample above this, -80 dB of full scale, is silence.</summary>
    public const float SilencePeak = 1e-4f;

    private const float OverloadPeak = 2f;
    private const float ClippedLevel = 0.999f;
    private const int ClippedRun = 3;
    private const double ClippedShare = 0.001;
    private const double ShortSeconds = 0.25;

    /// <param name="samples">The samples of one channel.</param>
    /// <param name="sampleRate">Their rate.</param>
    /// <param name="modelSampleRate">The model's rate.</param>
    public static IReadOnlyList<string> Find(ReadOnlySpan<float> samples, int sampleRate, int modelSampleRate)
    {
        List<string> notes = [];
        float peak = Levels.Peak(samples);
        if (peak < SilencePeak)
        {
            notes.Add("There is no sound in the clip; the probabilities mean nothing.");
        }
        else if (peak > OverloadPeak)
        {
            notes.Add(Invariant($"Samples reach {peak:0.#}, expected -1 to 1; 16-bit integers must be divided by 32,768."));
        }
        else if (IsClipped(samples))
        {
            notes.Add("The recording is clipped: it was too loud for its recorder.");
        }

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

    /// <summary>Whether a share of the samples that is heard lies in runs at full scale.</summary>
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
