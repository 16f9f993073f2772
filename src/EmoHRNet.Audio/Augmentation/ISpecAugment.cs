using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Changes a spectrogram at random while training, so that the network never sees one clip twice alike.</summary>
/// <remarks>
/// Implementations hold no random state: the same spectrogram and an equally seeded <see cref="Random"/> give the same result on any thread.
/// Those with settings say them in <c>ToString</c>, so that a checkpoint notices when it is resumed with others.
/// </remarks>
public interface ISpecAugment
{
    /// <summary>Augments a spectrogram in place.</summary>
    /// <param name="spectrogram">The spectrogram of one utterance.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    void Apply(Spectrogram spectrogram, Random random);

    /// <summary>Augments a window in place that an utterance may not fill. Override it where the length of the utterance matters.</summary>
    /// <param name="window">The spectrogram, with or without padding.</param>
    /// <param name="utteranceFrames">How many of its frames are of the utterance, 0 to all.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    void Apply(Spectrogram window, int utteranceFrames, Random random) => Apply(window, random);
}
