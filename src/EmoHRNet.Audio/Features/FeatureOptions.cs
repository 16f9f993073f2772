using System.Text.Json.Serialization;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features;

/// <summary>What a network sees of an utterance: the features and their channels. Stored in the model file.</summary>
/// <remarks>Channels, in this order: the features, their deltas, their delta-deltas, pitch, energy, voicing, articulation.</remarks>
public sealed record FeatureOptions : ValidatedOptions
{
    /// <summary>The features of the first channel. Default <see cref="FeatureKind.LogMel"/>.</summary>
    public FeatureKind Kind { get; init; } = FeatureKind.LogMel;

    /// <summary>The mel spectrogram, which MFCCs are computed from too.</summary>
    public MelSpectrogramOptions Mel { get; init; } = new();

    /// <summary>The cepstral coefficients; used when <see cref="Kind"/> is <see cref="FeatureKind.Mfcc"/> alone.</summary>
    public MfccOptions Mfcc { get; init; } = new();

    /// <summary>0 (the default): no deltas. 1: deltas as a second channel. 2: delta-deltas as a third.</summary>
    public int DeltaOrder { get; init; }

    /// <summary>The frames on either side of the regression behind a delta; 1 to 16. Default 2 (torchaudio's window of 5).</summary>
    public int DeltaRadius { get; init; } = 2;

    /// <summary>Pitch, energy and voicing as three more channels; null (the default) for none.</summary>
    public ProsodyOptions? Prosody { get; init; }

    /// <summary>Formants, the shape of the spectrum and the quality of the voice as more channels; null (the default) for none.</summary>
    public ArticulationOptions? Articulation { get; init; }

    /// <summary>The number of channels of these features: what a network must take.</summary>
    [JsonIgnore]
    public int ChannelCount => 1 + DeltaOrder + (Prosody is null ? 0 : ProsodyChannels.Count) + (Articulation is null ? 0 : ArticulationChannels.Count(Articulation));

    /// <summary>The number of bands of these features: mel bands or cepstral coefficients.</summary>
    [JsonIgnore]
    public int BandCount => Kind == FeatureKind.Mfcc ? Mfcc.CoefficientCount : Mel.BandCount;

    /// <summary>Makes the extractor of these features; it is immutable and safe from many threads.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public IFeatureExtractor CreateExtractor() => new StackedFeatureExtractor(this);

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems.Defined(nameof(Kind), Kind)
            .Range(nameof(DeltaOrder), DeltaOrder, 0, 2)
            .Range(nameof(DeltaRadius), DeltaRadius, 1, 16)
            .Require(Mel is not null, nameof(Mel), Mel, "mel spectrogram options")
            .Require(Mfcc is not null, nameof(Mfcc), Mfcc, "MFCC options");
        if (Mel is null || Mfcc is null)
        {
            return;
        }

        problems.Nested(nameof(Mel), p => Mel.CollectProblems(p, BandCount));
        if (Kind == FeatureKind.Mfcc)
        {
            problems.Nested(nameof(Mfcc), p => Mfcc.CollectProblems(p, Mel.BandCount))
                .Require(Mel.Log != LogScale.None, "Mel.Log", Mel.Log, "Natural or Decibel, because Kind is Mfcc");
        }

        if (Prosody is not null)
        {
            problems.Nested(nameof(Prosody), p => Prosody.CollectProblems(p, Mel.SampleRate));
        }

        if (Articulation is not null)
        {
            problems.Nested(nameof(Articulation), p => Articulation.CollectProblems(p, Mel.SampleRate));
        }
    }
}
