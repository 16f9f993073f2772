using EmoHRNet.Audio.Features;

namespace EmoHRNet;

/// <summary>The regions of a clip's spectrogram that a prediction depends on.</summary>
/// <remarks>
/// Computed by occlusion (Zeiler and Fergus, 2014): the importance of a region is the drop in the label's probability when the region is
/// hidden. It shows what this network used, not what makes speech sound that way.
/// </remarks>
/// <param name="Prediction">The prediction.</param>
/// <param name="Label">The label that is explained.</param>
/// <param name="Features">The clip's features, the input of the network.</param>
/// <param name="Importance">
/// One channel with the bands and frames of <paramref name="Features"/>: the drop in the label's probability when the region is hidden, -1
/// to 1. Below zero, the region is evidence against the label.
/// </param>
public sealed record EmotionExplanation(EmotionPrediction Prediction, string Label, Spectrogram Features, Spectrogram Importance);
