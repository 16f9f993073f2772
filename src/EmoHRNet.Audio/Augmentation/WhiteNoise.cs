namespace EmoHRNet.Audio.Augmentation;

/// <summary>Gaussian noise with the same power at every frequency.</summary>
public sealed class WhiteNoise : INoiseSource
{
    /// <inheritdoc/>
    public void Fill(Span<float> noise, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        GaussianSampler.Fill(noise, random);
    }
}
