namespace EmoHRNet.Audio.Preparation;

/// <summary>Resamples a signal that arrives in pieces of any length; made by <see cref="Resampler.CreateStream"/>.</summary>
/// <remarks>Holds no more than the last piece and one filter length. Not thread-safe.</remarks>
public sealed class StreamingResampler
{
    private readonly Resampler _resampler;
    private ResamplerPosition _position;
    private float[] _pending;
    private long _received;
    private long _produced;
    private bool _completed;

    internal StreamingResampler(Resampler resampler)
    {
        _resampler = resampler;
        _pending = new float[resampler.SourceRate == resampler.TargetRate ? 0 : resampler.Filter.Before];
    }

    /// <summary>Adds the next input samples and returns the output samples that they complete.</summary>
    /// <param name="samples">Any number of samples at the source rate.</param>
    /// <returns>The next samples at the target rate; may be empty.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Complete"/> was called.</exception>
    public float[] Push(ReadOnlySpan<float> samples)
    {
        ThrowIfCompleted();
        _received += samples.Length;
        return _resampler.SourceRate == _resampler.TargetRate ? samples.ToArray() : Produce(samples, long.MaxValue);
    }

    /// <summary>Ends the signal and returns the remaining output samples.</summary>
    /// <exception cref="InvalidOperationException">The signal was already completed.</exception>
    public float[] Complete()
    {
        ThrowIfCompleted();
        _completed = true;
        if (_resampler.SourceRate == _resampler.TargetRate)
        {
            return [];
        }

        long total = ((_received * _resampler.Up) + _resampler.Down - 1) / _resampler.Down;
        return Produce(new float[_resampler.Filter.TapCount], total - _produced);
    }

    private void ThrowIfCompleted()
    {
        if (_completed)
        {
            throw new InvalidOperationException("The signal was completed; create a new stream for another one.");
        }
    }

    private float[] Produce(ReadOnlySpan<float> samples, long limit)
    {
        float[] input = [.. _pending, .. samples];
        long possible = ((long)input.Length * _resampler.Up / _resampler.Down) + 1;
        float[] output = new float[Math.Min(possible, limit)];
        int count = _position.Produce(_resampler, input, output, out int consumed);
        _pending = input[consumed..];
        _produced += count;
        return count == output.Length ? output : output[..count];
    }
}
