using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features.Prosody;

/// <summary>Pitch, energy and voicing as three additional input channels.</summary>
/// <remarks>
/// A network takes images, so each value of a frame becomes a column of bands. Pitch is a ridge on a logarithmic frequency axis
/// from <see cref="MinPitch"/> (first band) to <see cref="MaxPitch"/> (last band), about a semitone wide and as high as the frame
/// is likely to be voiced: a contour keeps its shape when the voice is higher, which convolutions exploit, and a frame without
/// pitch is blank instead of holding an invented value. Energy and voicing probability fill all bands of their channels, because
/// their value, not their position, carries the meaning.
/// </remarks>
public sealed record ProsodyOptions
{
    /// <summary>The lowest pitch to search for, in hertz; 20 to below <see cref="MaxPitch"/>. Default 60.</summary>
    public double MinPitch { get; init; } = 60;

    /// <summary>The highest pitch to search for, in hertz; at most a quarter of the sample rate. Default 500.</summary>
    public double MaxPitch { get; init; } = 500;

    /// <summary>
    /// The level that counts as silence, in decibels relative to full scale; −160 to −20. Default −80. Energy is 0 there and 1 at
    /// full scale, unless features are normalized per utterance: then it has zero mean and unit variance. Silence is never voiced.
    /// </summary>
    public double SilenceDecibels { get; init; } = -80;

    /// <summary>Checks every option against a sample rate.</summary>
    /// <param name="sampleRate">Samples per second.</param>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception lists them all.</exception>
    public void Validate(int sampleRate)
    {
        OptionProblems problems = new();
        CollectProblems(problems, sampleRate);
        problems.ThrowIfAny(nameof(ProsodyOptions));
    }

    internal void CollectProblems(OptionProblems problems, int sampleRate) => problems
        .Require(MinPitch >= 20 && MinPitch < MaxPitch, nameof(MinPitch), MinPitch, "20 to below MaxPitch")
        .Require(MaxPitch <= sampleRate / 4.0, nameof(MaxPitch), MaxPitch, "at most a quarter of the sample rate")
        .Range(nameof(SilenceDecibels), SilenceDecibels, -160, -20);
}
