using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Changes a spectrogram at random during training, so that the network sees a different version of each clip every time.</summary>
/// <remarks>
/// Implementations hold no random state: the same spectrogram and an equally seeded <see cref="Random"/> give the same result on any thread.
/// Implementations with settings include them in <c>ToString</c>, so that resuming a checkpoint with other settings is noticed.
/// </remarks>
public interface ISpecAugment
{
    /// <summary>Augments a spectrogram in place.</summary>
    /// <param name="spectrogram">The spectrogram of one utterance.</param>
    /// <param name="random">The source of randomness; used only by this call.</param>
    void Apply(Spectrogram spectrogram, Random random);

    /// <summary>Augments in place a window that may be padded. Override it where the length of the utterance matters.</summary>
    /// <param name="window">The spectrogram, with or without padding.</param>
    /// <param name="utteranceFrames">The number of its frames that belong to the utterance, 0 to all.</param>
    /// <param name="random">The source of randomness; used only by this call.</param>
    void Apply(Spectrogram window, int utteranceFrames, Random random) => Apply(window, random);
}
