namespace EmoHRNet.Audio.SpeechDetection;

/// <summary>
/// The numbers by which a stretch of about two seconds is judged: how its level, its bands and its spectral envelope move, how much of it is
/// voiced, and how its pitch goes. None of them depends on the level. For one thread.
/// </summary>
internal sealed class SpeechEvidence
{
    /// <summary>The frames of a full stretch, 2 s.</summary>
    public const int FullFrames = 128;

    private const int UsualCount = 96;

    private readonly Stretch _stretch = new();
    private readonly ModulationEvidence _modulation = new();

    /// <summary>Measures a stretch.</summary>
    /// <param name="rows">Its frames, at most <see cref="FullFrames"/>, at least two.</param>
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
        return [.. evidence];
    }
}
