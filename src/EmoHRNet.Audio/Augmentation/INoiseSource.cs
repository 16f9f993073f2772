namespace EmoHRNet.Audio.Augmentation;

/// <summary>Makes noise of any length for <see cref="NoiseInjection"/>. Implementations are stateless and safe from many threads.</summary>
/// <remarks>Those with settings say them in <c>ToString</c>, so that a checkpoint notices when it is resumed with others.</remarks>
public interface INoiseSource
{
    /// <summary>Fills a buffer with noise at any level: the level is set afterwards.</summary>
    /// <param name="noise">The buffer to fill.</param>
    /// <param name="sampleRate">Its sample rate in hertz.</param>
    /// <param name="random">The source of randomness; used by this call alone.</param>
    void Fill(Span<float> noise, int sampleRate, Random random);
}
