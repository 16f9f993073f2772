using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>The features of a clip, with the information that its prediction reports.</summary>
/// <param name="Features">The whole clip's features.</param>
/// <param name="Versions">The features at each requested speed.</param>
/// <param name="Duration">The length of the clip as passed.</param>
/// <param name="SourceSampleRate">The sample rate of the clip as passed.</param>
/// <param name="IsSilent">Whether it is silent.</param>
/// <param name="Speech">Whether it contains speech.</param>
/// <param name="Notes">What is unusual about it.</param>
/// <param name="Timings">The duration of the steps so far.</param>
internal sealed record PreparedClip(
    Spectrogram Features,
    IReadOnlyList<Spectrogram> Versions,
    TimeSpan Duration,
    int SourceSampleRate,
    bool IsSilent,
    SpeechVerdict Speech,
    IReadOnlyList<string> Notes,
    PredictionTimings Timings);
