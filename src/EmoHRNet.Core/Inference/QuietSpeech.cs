using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Inference;

/// <summary>Raises very quiet speech for models whose features see the level: those without gain normalization.</summary>
/// <remarks>
/// Their logarithm has a fixed floor, which swallows what is quieter than any of the recordings they were trained on. Corpora of speech
/// lie between -50 and -15 dB of full scale. What is below was recorded too quietly, and the further below, the less its level says of the
/// voice: a decibel less raises it by two, until it reaches the -40 that half of a corpus has. So nothing jumps at the limit. Raising
/// the noise of a recorder with the speech is what limits it.
/// </remarks>
public static class QuietSpeech
{
    /// <summary>The level of speech that is not raised yet, in decibels of full scale.</summary>
    public const double LeastDecibels = -50;

    /// <summary>The level that much quieter speech is raised to.</summary>
    public const double RaisedDecibels = -40;

    /// <summary>No sample above this, -80 dB of full scale, is silence, which is not raised.</summary>
    public const float SilencePeak = SignalNotes.SilencePeak;

    /// <summary>The samples, louder where their speech is below the least level; the same array otherwise.</summary>
    /// <param name="samples">Samples without an offset.</param>
    /// <param name="sampleRate">Their rate.</param>
    /// <param name="preparation">How the model prepares clips.</param>
    public static float[] Raise(float[] samples, int sampleRate, PreparationOptions preparation)
    {
        if (preparation.Gain != GainNormalization.None || Levels.Peak(samples) < SignalNotes.SilencePeak)
        {
            return samples;
        }

        double level = SpeechLevel.Measure(samples, sampleRate);
        float factor = (float)Levels.FromDecibels(Math.Min(2 * (LeastDecibels - level), RaisedDecibels - level));
        return level < LeastDecibels ? Array.ConvertAll(samples, sample => sample * factor) : samples;
    }
}
