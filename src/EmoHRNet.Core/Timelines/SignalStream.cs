using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Timelines;

/// <summary>Removes offset and rumble from a stream of mono samples and resamples it to the model's rate.</summary>
/// <remarks>Trimming applies only to whole clips; here it would shift times.</remarks>
internal sealed class SignalStream
{
    private readonly HighPassFilter? _filter;
    private readonly StartOffset _offset;
    private readonly StreamingResampler _resampler;

    public SignalStream(PreparationOptions options, int sourceRate)
    {
        _filter = options.HighPassHertz > 0 ? new HighPassFilter(sourceRate, options.HighPassHertz) : null;
        _offset = new StartOffset(sourceRate);
        _resampler = new Resampler(sourceRate, options.SampleRate, options.Quality).CreateStream();
    }

    /// <summary>The number of samples taken so far, at the source's rate.</summary>
    public long SampleCount { get; private set; }

    /// <summary>Takes the next samples and returns the samples at the model's rate that are available.</summary>
    /// <exception cref="ArgumentException">A sample is not finite; the message gives its index in the stream.</exception>
    public float[] Append(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfNotFinite(samples, nameof(samples), SampleCount);
        SampleCount += samples.Length;
        return _resampler.Push(_filter is null ? _offset.Push(samples) : _filter.Push(samples));
    }

    /// <summary>Returns the remaining samples.</summary>
    public float[] Complete()
    {
        float[] filtered = _resampler.Push(_filter is null ? _offset.Complete() : _filter.Complete());
        return [.. filtered, .. _resampler.Complete()];
    }
}
