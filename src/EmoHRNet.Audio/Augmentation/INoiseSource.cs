namespace EmoHRNet.Audio.Augmentation;

/// <summary>Generates noise of any length for <see cref="NoiseInjection"/>. Implementations are stateless and thread-safe.</summary>
/// <remarks>Implementations with settings include them in <c>ToString</c>, so that resuming a checkpoint with other settings is noticed.</remarks>
public interface INoiseSource
{
    /// <summary>Fills a buffer with noise at any level; the caller scales it.</summary>
    /// <param name="noise">The buffer to fill.</param>
    /// <param name="sampleRate">Its sample rate in hertz.</param>
    /// <param name="random">The source of randomness; used only by this call.</param>
    void Fill(Span<float> noise, int sampleRate, Random random);
}
