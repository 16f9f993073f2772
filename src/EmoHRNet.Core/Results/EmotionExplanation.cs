using EmoHRNet.Audio.Features;

namespace EmoHRNet;

/// <summary>Which regions of a clip's spectrogram a prediction rests on.</summary>
/// <remarks>
/// Found by occlusion (Zeiler and Fergus, 2014): a region matters as much as the label's probability falls when the region is hidden.
/// It says what this network looked at, not what makes speech sound that way.
/// </remarks>
/// <param name="Prediction">The prediction.</param>
/// <param name="Label">The label that is explained.</param>
/// <param name="Features">The clip's features, as the network sees them.</param>
/// <param name="Importance">
/// One channel with the bands and frames of <paramref name="Features"/>: the fall of the label's probability when the region is hidden,
/// 1 to -1. Below zero, the region speaks against the label.
/// </param>
public sealed record EmotionExplanation(EmotionPrediction Prediction, string Label, Spectrogram Features, Spectrogram Importance);
