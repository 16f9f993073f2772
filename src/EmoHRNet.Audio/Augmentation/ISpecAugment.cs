using EmoHRNet.Audio.Features;

namespace EmoHRNet.Audio.Augmentation;

/// <summary>Changes a spectrogram at random while training, so that the network never sees one clip twice alike.</summary>
/// <remarks>Implementations hold no random state: the same spectrogram and an equally seeded <see cref="Random"/> give the same result on any thread.</remarks>
public interface ISpecAugment
{
    /// <summary>Augments a spectrogram in place.</summary>
    /// <param name="spectrogram">The spectrogram of one utterance.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    void Apply(Spectrogram spectrogram, Random random);
}
