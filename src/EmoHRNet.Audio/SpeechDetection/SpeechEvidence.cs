namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>
/// Computes the features that classify a stretch of about two seconds: the movement of its level, bands and spectral envelope, its voicing,
/// and its pitch contour. All are independent of the recording level. Not thread-safe.
/// </summary>
internal sealed class SpeechEvidence
{
    /// <summary>The number of frames of a full stretch, 2 s.</summary>
    public const int FullFrames = 128;

    private const int UsualCount = 96;

    private readonly Stretch _stretch = new();
    private readonly ModulationEvidence _modulation = new();
    private readonly SyllableEvidence _syllables = new();
    private readonly RepetitionEvidence _repetition = new();

    /// <summary>Measures a stretch.</summary>
    /// <param name="rows">Its frames, 2 to <see cref="FullFrames"/>.</param>
    public float[] Measure(ReadOnlySpan<float> rows)
    {
        _stretch.Load(rows);
        List<float> evidence = new(UsualCount);
        LevelEvidence.AddLevel(_stretch, evidence);
        _modulation.AddModulation(_stretch, evidence);
        EnvelopeEvidence.AddParts(_stretch, evidence);
        EnvelopeEvidence.AddEnvelope(_stretch, evidence);
        VoicingEvidence.AddVoicing(_stretch, evidence);
        VoicingEvidence.AddPitch(_stretch, evidence);
        ConsonantEvidence.AddConsonants(_stretch, evidence);
        _syllables.AddSyllables(_stretch, evidence);
        _repetition.AddRepetition(_stretch, evidence);
        return [.. evidence];
    }
}
