using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Rooms;

/// <summary>Recorded impulse responses, each cut to begin with its direct sound.</summary>
public sealed class RecordedRooms
{
    // Recordings have a little noise before the direct sound, which is at or near the largest sample.
    private const float DirectSoundShare = 0.5f;

    private readonly float[][] _responses;

    /// <summary>Creates the collection.</summary>
    /// <param name="sampleRate">Their sample rate in hertz, the same as the utterances'.</param>
    /// <param name="responses">Mono recordings, at least one, none silent.</param>
    /// <exception cref="ArgumentException">There is no response, or one is silent.</exception>
    public RecordedRooms(int sampleRate, IEnumerable<float[]> responses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentNullException.ThrowIfNull(responses);
        SampleRate = sampleRate;
        _responses = [.. responses.Select(FromDirectSound)];
        if (_responses.Length == 0)
        {
            throw new ArgumentException("Expected at least one impulse response.", nameof(responses));
        }
    }

    /// <summary>The sample rate of the responses, in hertz.</summary>
    public int SampleRate { get; }

    /// <summary>The number of responses.</summary>
    public int Count => _responses.Length;

    /// <summary>A hash of the responses' samples.</summary>
    public override string ToString() => $"recorded rooms {SampleDigest.Of(_responses)} at {SampleRate} Hz";

    /// <summary>One of the responses, scaled to an energy of 1; do not change it.</summary>
    /// <exception cref="ArgumentException">The sample rate differs from the responses'.</exception>
    internal float[] Draw(int sampleRate, Random random) => sampleRate == SampleRate
        ? _responses[random.Next(_responses.Length)]
        : throw new ArgumentException($"The rooms are at {SampleRate} Hz and the utterance is at {sampleRate} Hz; resample the rooms first.", nameof(sampleRate));

    private static float[] FromDirectSound(float[] response)
    {
        float peak = Levels.Peak(response);
        if (peak <= 0)
        {
            throw new ArgumentException("An impulse response is silent.", nameof(response));
        }

        float[] cut = response[Array.FindIndex(response, sample => Math.Abs(sample) >= DirectSoundShare * peak)..];
        return Gain.Apply(cut, (float)(1 / Math.Sqrt(Levels.MeanSquare(cut) * cut.Length)));
    }
}
