namespace EmoHRNet.Audio.Features;

/// <summary>Extracts mel-frequency cepstral coefficients; the bands of the result are the coefficients.</summary>
/// <remarks>Immutable and thread-safe. Work buffers are pooled; a call allocates only its result.</remarks>
/// <param name="mel">The mel spectrogram they are computed from; null for the defaults.</param>
/// <param name="mfcc">The coefficients; null for the defaults.</param>
/// <exception cref="Options.InvalidOptionsException">An option is out of range.</exception>
public sealed class MfccExtractor(MelSpectrogramOptions? mel = null, MfccOptions? mfcc = null)
    : PipelineExtractor(Checked(new FeatureOptions { Kind = FeatureKind.Mfcc, Mel = mel ?? new(), Mfcc = mfcc ?? new() }));
