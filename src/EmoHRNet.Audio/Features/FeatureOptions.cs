using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features;

/// <summary>What a network sees of an utterance: the features and their channels. Stored in the model file.</summary>
public sealed record FeatureOptions
{
    /// <summary>The features of the first channel. Default <see cref="FeatureKind.LogMel"/>.</summary>
    public FeatureKind Kind { get; init; } = FeatureKind.LogMel;

    /// <summary>The mel spectrogram, which MFCCs are computed from too.</summary>
    public MelSpectrogramOptions Mel { get; init; } = new();

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(FeatureOptions));
    }

    /// <summary>Makes the extractor of these features.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public IFeatureExtractor CreateExtractor()
    {
        Validate();
        return new MelSpectrogramExtractor(Mel);
    }

    internal void CollectProblems(OptionProblems problems)
    {
        problems.Defined(nameof(Kind), Kind).Require(Mel is not null, nameof(Mel), Mel, "mel spectrogram options");
        if (Mel is not null)
        {
            problems.Nested(nameof(Mel), p => Mel.CollectProblems(p, Mel.BandCount));
        }
    }
}
