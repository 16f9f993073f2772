using EmoHRNet.Audio.Options;

namespace EmoHRNet;

/// <summary>How a long recording is divided into windows, and windows are merged into segments.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The length of a window in seconds, 0.1 to 60; null (the default) for the length the model was trained on.</summary>
    public double? WindowSeconds { get; init; }

    /// <summary>
    /// The seconds between the starts of two windows, 0.02 to <see cref="WindowSeconds"/>; null (the default) for half a window.
    /// </summary>
    public double? HopSeconds { get; init; }

    /// <summary>The number of neighboring windows whose probabilities are averaged, odd, 1 to 99. Default 3; 1 for no smoothing.</summary>
    public int Smoothing { get; init; } = 3;

    /// <summary>
    /// Whether neighboring windows with the same label are merged into one segment. Default true; otherwise each window is a segment.
    /// </summary>
    public bool Merge { get; init; } = true;

    /// <summary>
    /// The longest segment, in seconds, 1 to 3,600; longer ones are split, which limits the delay of live segments. Default 30.
    /// </summary>
    public double MaximumSegmentSeconds { get; init; } = 30;

    /// <summary>
    /// How speech is detected; null treats everything as speech. Default: by energy, and loud parts must also pass the speech detector
    /// (<see cref="ClassifierOptions.SpeechThreshold"/>).
    /// </summary>
    public VoiceActivityOptions? VoiceActivity { get; init; } = new();

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems.Range(nameof(WindowSeconds), WindowSeconds ?? 1, 0.1, 60)
            .Range(nameof(HopSeconds), HopSeconds ?? 0.1, 0.02, WindowSeconds ?? 60)
            .Require(Smoothing is >= 1 and <= 99 && Smoothing % 2 == 1, nameof(Smoothing), Smoothing, "an odd number, 1 to 99")
            .Range(nameof(MaximumSegmentSeconds), MaximumSegmentSeconds, 1, 3600);
        if (VoiceActivity is not null)
        {
            problems.Nested(nameof(VoiceActivity), VoiceActivity.CollectProblems);
        }

        problems.ThrowIfAny(nameof(AnalysisOptions));
    }
}
