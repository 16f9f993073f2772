using EmoHRNet.Audio.Features;

namespace EmoHRNet.Inference;

/// <summary>A clip on its way into the network, with what the prediction will say about it.</summary>
/// <param name="Features">The whole clip's features.</param>
/// <param name="Versions">The features at each speed that is asked for.</param>
/// <param name="Duration">The length as passed.</param>
/// <param name="SourceSampleRate">The sample rate as passed.</param>
/// <param name="IsSilent">Whether it holds no sound.</param>
/// <param name="Speech">Whether it holds speech.</param>
/// <param name="Notes">What looked unusual.</param>
/// <param name="Timings">What the steps so far took.</param>
internal sealed record PreparedClip(
    Spectrogram Features,
    IReadOnlyList<Spectrogram> Versions,
    TimeSpan Duration,
    int SourceSampleRate,
    bool IsSilent,
    SpeechVerdict Speech,
    IReadOnlyList<string> Notes,
    PredictionTimings Timings);
