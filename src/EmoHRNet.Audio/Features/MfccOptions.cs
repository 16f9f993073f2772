using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Features;

/// <summary>How a logarithmic mel spectrogram becomes cepstral coefficients: orthonormal DCT-II, then a lifter.</summary>
public sealed record MfccOptions
{
    /// <summary>The number of coefficients, the zeroth included; 1 to the number of mel bands. Default 20.</summary>
    public int CoefficientCount { get; init; } = 20;

    /// <summary>
    /// L of HTK's lifter: coefficient k is multiplied by 1 + L/2 · sin(πk/L). 0 (the default, no lifter) to 1,000; HTK uses 22.
    /// </summary>
    public int Lifter { get; init; }

    internal void CollectProblems(OptionProblems problems, int bandCount) => problems
        .Range(nameof(CoefficientCount), CoefficientCount, 1, bandCount)
        .Range(nameof(Lifter), Lifter, 0, 1000);
}
