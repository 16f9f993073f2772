using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Inference;

/// <summary>Amplifies very quiet speech for models without gain normalization, whose features depend on the level.</summary>
/// <remarks>
/// Their logarithm has a fixed floor, below which anything quieter than the training recordings disappears. Speech corpora lie between -50
/// and -15 dB of full scale. Speech below was recorded too quietly, and the further below, the less its level tells about the voice: each
/// decibel below -50 adds two decibels of gain, up to a level of -40, the median of a corpus, so that the gain is continuous. It stops
/// there because the noise of the recorder is amplified with the speech.
/// </remarks>
public static class QuietSpeech
{
    /// <summary>The lowest level of speech that is not amplified, in decibels of full scale.</summary>
    public const double LeastDecibels = -50;

    /// <summary>The level to which much quieter speech is amplified, in decibels of full scale.</summary>
    public const double RaisedDecibels = -40;

    /// <summary>Clips whose peak is below this, -80 dB of full scale, are silent and not amplified.</summary>
    public const float SilencePeak = SignalNotes.SilencePeak;

    /// <summary>The samples, amplified if their speech is below <see cref="LeastDecibels"/>; otherwise the same array.</summary>
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
