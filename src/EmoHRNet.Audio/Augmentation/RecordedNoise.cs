namespace EmoHRNet.Audio.Augmentation;

/// <summary>Random excerpts of recorded noise, such as street, café, babble or music; recordings that are too short are repeated.</summary>
public sealed class RecordedNoise : INoiseSource
{
    private readonly float[][] _clips;

    /// <summary>Creates the noise source; the arrays are not copied and must not change.</summary>
    /// <param name="sampleRate">Their sample rate in hertz, the same as the utterances'.</param>
    /// <param name="clips">Mono recordings, at least one, none empty.</param>
    /// <exception cref="ArgumentException">There is no clip, or one is empty.</exception>
    public RecordedNoise(int sampleRate, IEnumerable<float[]> clips)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentNullException.ThrowIfNull(clips);
        SampleRate = sampleRate;
        _clips = [.. clips];
        if (_clips.Length == 0 || _clips.Any(c => c is null or []))
        {
            throw new ArgumentException("Expected at least one noise clip and no empty one.", nameof(clips));
        }
    }

    /// <summary>The sample rate of the recordings, in hertz.</summary>
    public int SampleRate { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The sample rate differs from the recordings'.</exception>
    public void Fill(Span<float> noise, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (sampleRate != SampleRate)
        {
            throw new ArgumentException(
                $"The noise clips are at {SampleRate} Hz and the utterance is at {sampleRate} Hz; resample the clips first.",
                nameof(sampleRate));
        }

        float[] clip = _clips[random.Next(_clips.Length)];
        int start = clip.Length > noise.Length ? random.Next(clip.Length - noise.Length + 1) : random.Next(clip.Length);
        for (int position = start; noise.Length > 0; position = 0)
        {
            int count = Math.Min(noise.Length, clip.Length - position);
            clip.AsSpan(position, count).CopyTo(noise);
            noise = noise[count..];
        }
    }

    /// <summary>A hash of the recordings' samples.</summary>
    public override string ToString() => $"recorded noise {SampleDigest.Of(_clips)} at {SampleRate} Hz";
}
