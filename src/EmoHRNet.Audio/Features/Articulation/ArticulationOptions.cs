using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features.Articulation;

/// <summary>Formants, spectral shape and voice quality as additional input channels.</summary>
/// <remarks>
/// A network takes images, so each value of a frame becomes a column of bands. The formants F1 to F4 are ridges of one channel, on a mel
/// axis from 0 (first band) to <see cref="MaxFormant"/> (last band): a ridge is half a bandwidth wide on either side, at least a band, and
/// 1 / (1 + bandwidth / 300 Hz) high, so that clear resonances stand out. Every other value fills all bands of its channel, scaled
/// to about 0 to 1 (<see cref="SpectralShape"/>, <see cref="VoiceQuality"/>; docs/features.md has the scales). No channel depends on the
/// level of the recording and none is normalized, so they are the same in a stream and in an utterance.
/// </remarks>
public sealed record ArticulationOptions
{
    /// <summary>Whether there is a channel for formants. Default true.</summary>
    public bool Formants { get; init; } = true;

    /// <summary>Whether there are five channels for the spectrum: centroid, roll-off, slope, flatness, flux. Default true.</summary>
    public bool Spectrum { get; init; } = true;

    /// <summary>Whether there are three channels for the voice: harmonics-to-noise ratio, jitter, shimmer. Default true.</summary>
    public bool Voice { get; init; } = true;

    /// <summary>
    /// The highest frequency of formants, in hertz; 2,000 to 12,000. Five formants are expected below it: 5,500 (the default) suits women,
    /// 5,000 men and 8,000 small children. Half the sample rate is used where that is lower.
    /// </summary>
    public double MaxFormant { get; init; } = 5_500;

    /// <summary>The lowest pitch of a voice, in hertz; 20 to below <see cref="MaxPitch"/>. Default 60.</summary>
    public double MinPitch { get; init; } = 60;

    /// <summary>The highest pitch of a voice, in hertz; at most a quarter of the sample rate. Default 500.</summary>
    public double MaxPitch { get; init; } = 500;

    /// <summary>Checks every option against a sample rate.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception lists them all.</exception>
    public void Validate(int sampleRate)
    {
        OptionProblems problems = new();
        CollectProblems(problems, sampleRate);
        problems.ThrowIfAny(nameof(ArticulationOptions));
    }

    internal void CollectProblems(OptionProblems problems, int sampleRate) => problems
        .Require(Formants || Spectrum || Voice, nameof(Formants), Formants, "true where Spectrum and Voice are false, too")
        .Range(nameof(MaxFormant), MaxFormant, 2_000, 12_000)
        .Require(MinPitch >= 20 && MinPitch < MaxPitch, nameof(MinPitch), MinPitch, "20 to below MaxPitch")
        .Require(MaxPitch <= sampleRate / 4.0, nameof(MaxPitch), MaxPitch, "at most a quarter of the sample rate");
}
