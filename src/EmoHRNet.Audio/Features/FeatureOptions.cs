using System.Text.Json.Serialization;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features;

/// <summary>The input of a network: the features of an utterance and their channels. Stored in the model file.</summary>
/// <remarks>Channels, in this order: the features, their deltas, their delta-deltas, pitch, energy, voicing, articulation.</remarks>
public sealed record FeatureOptions : ValidatedOptions
{
    /// <summary>The features of the first channel. Default <see cref="FeatureKind.LogMel"/>.</summary>
    public FeatureKind Kind { get; init; } = FeatureKind.LogMel;

    /// <summary>The mel spectrogram, from which MFCCs are computed, too.</summary>
    public MelSpectrogramOptions Mel { get; init; } = new();

    /// <summary>The cepstral coefficients; used only when <see cref="Kind"/> is <see cref="FeatureKind.Mfcc"/>.</summary>
    public MfccOptions Mfcc { get; init; } = new();

    /// <summary>0 (the default): no deltas. 1: deltas as a second channel. 2: delta-deltas as a third.</summary>
    public int DeltaOrder { get; init; }

    /// <summary>The number of frames on either side in the regression for a delta; 1 to 16. Default 2 (torchaudio's window of 5).</summary>
    public int DeltaRadius { get; init; } = 2;

    /// <summary>Pitch, energy and voicing as three additional channels; null (the default) for none.</summary>
    public ProsodyOptions? Prosody { get; init; }

    /// <summary>Formants, spectral shape and voice quality as additional channels; null (the default) for none.</summary>
    public ArticulationOptions? Articulation { get; init; }

    /// <summary>The number of channels of these features, the input channels of a network.</summary>
    [JsonIgnore]
    public int ChannelCount => 1 + DeltaOrder + (Prosody is null ? 0 : ProsodyChannels.Count) + (Articulation is null ? 0 : ArticulationChannels.Count(Articulation));

    /// <summary>The number of bands of these features: mel bands or cepstral coefficients.</summary>
    [JsonIgnore]
    public int BandCount => Kind == FeatureKind.Mfcc ? Mfcc.CoefficientCount : Mel.BandCount;

    /// <summary>Creates the extractor of these features; it is immutable and thread-safe.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception lists them all.</exception>
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
