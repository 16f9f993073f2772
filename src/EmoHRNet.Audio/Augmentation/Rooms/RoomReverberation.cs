using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Transforms;

namespace EmoHRNet.Audio.Augmentation.Rooms;

/// <summary>Adds the reverberation of a room, with a synthetic (<see cref="RoomImpulseResponse"/>) or recorded impulse response.</summary>
/// <remarks>
/// Reverberation time, distance and volume are uniform on a logarithmic scale. The direct sound is not delayed, the reverberation after the
/// end of the utterance is cut off, and the active speech keeps its level.
/// </remarks>
public sealed class RoomReverberation : IWaveformAugment
{
    private readonly RoomOptions _options;
    private readonly RecordedRooms? _recorded;

    /// <summary>Creates the augmentation.</summary>
    /// <param name="options">The ranges of the rooms' properties.</param>
    /// <param name="recorded">Recorded rooms, or null for synthetic ones only.</param>
    /// <exception cref="Options.InvalidOptionsException">The options are not valid.</exception>
    public RoomReverberation(RoomOptions? options = null, RecordedRooms? recorded = null)
    {
        _options = options ?? new RoomOptions();
        _options.Validate();
        _recorded = recorded;
    }

    /// <inheritdoc/>
    public float[] Apply(ReadOnlySpan<float> samples, int sampleRate, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        float[] response = _recorded is not null && random.NextDouble() < _options.RecordedShare
            ? _recorded.Draw(sampleRate, random)
            : RoomImpulseResponse.Create(
                sampleRate,
                LogUniform(_options.MinimumSeconds, _options.MaximumSeconds, random),
                LogUniform(_options.MinimumMeters, _options.MaximumMeters, random),
                LogUniform(_options.MinimumVolume, _options.MaximumVolume, random),
                random);
        float[] heard = FastConvolution.Convolve(samples, response).AsSpan(0, samples.Length).ToArray();
        double before = ActiveSpeechLevel.MeanSquare(samples, sampleRate);
        double after = ActiveSpeechLevel.MeanSquare(heard, sampleRate);
        Gain.ApplyInPlace(heard, after > 0 ? (float)Math.Sqrt(before / after) : 1);
        return heard;
    }

    /// <summary>The settings and the recorded rooms.</summary>
    public override string ToString() => $"{_options} {_recorded}";

    private static double LogUniform(double minimum, double maximum, Random random) => minimum * Math.Pow(maximum / minimum, random.NextDouble());
}
