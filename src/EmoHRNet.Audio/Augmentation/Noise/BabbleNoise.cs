using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Noise;

/// <summary>Several people talking at once, made from clips of speech: a different set of voices for every utterance, all equally loud.</summary>
public sealed class BabbleNoise : INoiseSource
{
    private readonly float[][] _clips;
    private readonly int _minimumVoices;
    private readonly int _maximumVoices;

    /// <summary>Creates the noise source; the arrays are not copied and must not change.</summary>
    /// <param name="sampleRate">Their sample rate in hertz, the same as the utterances'.</param>
    /// <param name="clips">Mono speech without long silences; at least one clip, none empty.</param>
    /// <param name="minimumVoices">The fewest voices, 1 to 100.</param>
    /// <param name="maximumVoices">The most voices, <paramref name="minimumVoices"/> to 100.</param>
    /// <exception cref="ArgumentException">There is no clip, or one is empty.</exception>
    public BabbleNoise(int sampleRate, IEnumerable<float[]> clips, int minimumVoices = 3, int maximumVoices = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumVoices, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumVoices, minimumVoices);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumVoices, 100);
        (SampleRate, _minimumVoices, _maximumVoices) = (sampleRate, minimumVoices, maximumVoices);
        _clips = [.. clips];
        if (_clips.Length == 0 || _clips.Any(clip => clip is null or []))
        {
            throw new ArgumentException("Expected at least one clip of speech and no empty one.", nameof(clips));
        }
    }

    /// <summary>The sample rate of the clips, in hertz.</summary>
    public int SampleRate { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The sample rate differs from the clips'.</exception>
    public void Fill(Span<float> noise, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (sampleRate != SampleRate)
        {
            throw new ArgumentException($"The clips are at {SampleRate} Hz and the utterance is at {sampleRate} Hz; resample the clips first.", nameof(sampleRate));
        }

        noise.Clear();
        float[] voice = new float[noise.Length];
        int count = random.Next(_minimumVoices, _maximumVoices + 1);
        for (int i = 0; i < count; i++)
        {
            Speak(voice, random);
            double power = Levels.MeanSquare(voice);
            float gain = power > 0 ? (float)(1 / Math.Sqrt(power)) : 0;
            for (int k = 0; k < voice.Length; k++)
            {
                noise[k] += gain * voice[k];
            }
        }
    }

    /// <summary>The settings, and a hash of the clips' samples.</summary>
    public override string ToString() => $"babble of {_minimumVoices} to {_maximumVoices} voices {SampleDigest.Of(_clips)} at {SampleRate} Hz";

    // Clips in sequence, starting at a random place in the first one.
    private void Speak(Span<float> voice, Random random)
    {
        float[] clip = _clips[random.Next(_clips.Length)];
        int position = random.Next(clip.Length);
        while (voice.Length > 0)
        {
            int count = Math.Min(voice.Length, clip.Length - position);
            clip.AsSpan(position, count).CopyTo(voice);
            voice = voice[count..];
            (clip, position) = (_clips[random.Next(_clips.Length)], 0);
        }
    }
}
