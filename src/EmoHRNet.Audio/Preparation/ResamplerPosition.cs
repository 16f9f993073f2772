namespace EmoHRNet.Audio.Preparation;

/// <summary>The position of the next output sample between input samples, an exact fraction that never drifts.</summary>
internal struct ResamplerPosition
{
    private int _whole;
    private int _fraction;

    /// <summary>Produces output samples while their windows lie inside the input.</summary>
    /// <param name="resampler">The rates and the filter.</param>
    /// <param name="input">Input samples, starting with the first one that the next output sample's window may need.</param>
    /// <param name="output">Receives the samples.</param>
    /// <param name="consumed">The number of input samples that no later output sample needs.</param>
    /// <returns>The number of samples produced.</returns>
    public int Produce(Resampler resampler, ReadOnlySpan<float> input, Span<float> output, out int consumed)
    {
        PolyphaseFilter filter = resampler.Filter;
        int step = resampler.Down / resampler.Up;
        int rest = resampler.Down % resampler.Up;
        int count = 0;
        while (count < output.Length && _whole <= input.Length - filter.TapCount)
        {
            output[count++] = filter.Apply(input.Slice(_whole, filter.TapCount), _fraction);
            _whole += step;
            _fraction += rest;
            if (_fraction >= resampler.Up)
            {
                _fraction -= resampler.Up;
                _whole++;
            }
        }

        consumed = Math.Min(_whole, input.Length);
        _whole -= consumed;
        return count;
    }
}
