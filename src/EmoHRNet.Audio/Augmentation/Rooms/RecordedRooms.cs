using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Augmentation.Rooms;

/// <summary>Recorded impulse responses. Each begins with its direct sound; what stands before it is cut off.</summary>
public sealed class RecordedRooms
{
    // Recordings have a little noise before the direct sound, which is the largest sample or one near it.
    private const float DirectSoundShare = 0.5f;

    private readonly float[][] _responses;

    /// <summary>Takes the responses.</summary>
    /// <param name="sampleRate">Their sample rate in hertz: the one utterances will have.</param>
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

    /// <summary>How many there are.</summary>
    public int Count => _responses.Length;

    /// <summary>What the responses are, by a hash of their samples.</summary>
    public override string ToString() => $"recorded rooms {SampleDigest.Of(_responses)} at {SampleRate} Hz";

    /// <summary>One of them, scaled to an energy of 1; not to be changed.</summary>
    /// <exception cref="ArgumentException">The sample rate is not that of the responses.</exception>
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
