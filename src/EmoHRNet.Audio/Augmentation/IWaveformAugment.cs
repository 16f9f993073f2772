namespace EmoHRNet.Audio.Augmentation;

/// <summary>Changes the samples of an utterance at random while training, before features are extracted.</summary>
/// <remarks>
/// Implementations hold no random state: the same samples and an equally seeded <see cref="Random"/> give the same result on any thread.
/// Those with settings say them in <c>ToString</c>, so that a checkpoint notices when it is resumed with others.
/// </remarks>
public interface IWaveformAugment
{
    /// <summary>Augments the samples of one utterance.</summary>
    /// <param name="samples">Mono samples; not changed.</param>
    /// <param name="sampleRate">Their sample rate in hertz.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    /// <returns>A new array; its length differs from the samples' where the augmentation changes the tempo.</returns>
    float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random);
}
