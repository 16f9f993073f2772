namespace EmoHRNet.Audio.Augmentation;

/// <summary>Changes the samples of an utterance at random during training, before features are extracted.</summary>
/// <remarks>
/// Implementations hold no random state: the same samples and an equally seeded <see cref="Random"/> give the same result on any thread.
/// Implementations with settings include them in <c>ToString</c>, so that resuming a checkpoint with other settings is noticed.
/// </remarks>
public interface IWaveformAugment
{
    /// <summary>Augments the samples of one utterance.</summary>
    /// <param name="samples">Mono samples; not changed.</param>
    /// <param name="sampleRate">Their sample rate in hertz.</param>
    /// <param name="random">The source of randomness; used only by this call.</param>
    /// <returns>A new array; its length differs from the samples' where the augmentation changes the tempo.</returns>
    float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random);
}
