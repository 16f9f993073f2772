using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Preparation;

/// <summary>How decoded audio is prepared before features are extracted; stored with a model and applied again at prediction.</summary>
/// <remarks>The steps run in the order of the properties.</remarks>
public sealed record PreparationOptions : ValidatedOptions
{
    /// <summary>
    /// The preparation of newly trained models: a high-pass below the range of voices, and speech normalized to -20 dB, so that neither an
    /// offset nor the level of a recording changes predictions. All other options have their defaults.
    /// </summary>
    public static PreparationOptions Speech { get; } = new() { HighPassHertz = 40, Gain = GainNormalization.ActiveSpeech };

    /// <summary>How channels are mixed to mono. Default: average.</summary>
    public ChannelMix Mix { get; init; } = ChannelMix.Average;

    /// <summary>
    /// The cutoff in hertz of the <see cref="HighPassFilter"/> that removes offset and rumble before anything else is measured, 1 to 200.
    /// 0 (the default) turns it off; 40 is below the range of voices.
    /// </summary>
    public double HighPassHertz { get; init; }

    /// <summary>The sample rate of the result in hertz, 1,000 to 768,000. Default: 16,000.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>The resampler's preset. Default: standard.</summary>
    public ResamplingQuality Quality { get; init; } = ResamplingQuality.Standard;

    /// <summary>How silence is trimmed at both ends; null (the default) keeps the whole clip.</summary>
    public SilenceTrimOptions? Trim { get; init; }

    /// <summary>The measure that is brought to <see cref="GainTargetDecibels"/>. Default: none. A silent clip stays silent.</summary>
    public GainNormalization Gain { get; init; } = GainNormalization.None;

    /// <summary>The level after gain normalization, in decibels of full scale, -80 to 0. Default: -20.</summary>
    public double GainTargetDecibels { get; init; } = -20;

    /// <summary>The coefficient a of the high-pass y[n] = x[n] - a · x[n-1], 0 to 0.999; 0 (the default) turns it off, 0.97 is usual.</summary>
    public double PreEmphasis { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        problems
            .Defined(nameof(Mix), Mix)
            .Require(HighPassHertz is 0 or (>= 1 and <= 200), nameof(HighPassHertz), HighPassHertz, "0, or 1 to 200")
            .Range(nameof(SampleRate), SampleRate, 1_000, Waveform.MaximumSampleRate)
            .Defined(nameof(Quality), Quality)
            .Defined(nameof(Gain), Gain)
            .Range(nameof(GainTargetDecibels), GainTargetDecibels, -80, 0)
            .Range(nameof(PreEmphasis), PreEmphasis, 0, 0.999);
        if (Trim is not null)
        {
            problems.Nested(nameof(Trim), Trim.CollectProblems);
        }
    }
}
