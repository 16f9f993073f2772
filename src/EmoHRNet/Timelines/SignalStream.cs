using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Timelines;

/// <summary>Brings a stream of mono samples to the model's rate.</summary>
/// <remarks>Trimming and gain belong to whole clips and are left out: windows are normalized by themselves.</remarks>
internal sealed class SignalStream
{
    private readonly StreamingResampler _resampler;
    private readonly float _preEmphasis;
    private float _previous;

    public SignalStream(PreparationOptions options, int sourceRate)
    {
        _resampler = new Resampler(sourceRate, options.SampleRate, options.Quality).CreateStream();
        _preEmphasis = (float)options.PreEmphasis;
    }

    /// <summary>The number of samples taken so far, at the source's rate.</summary>
    public long SampleCount { get; private set; }

    /// <summary>Takes the next samples; returns those at the model's rate that they complete.</summary>
    /// <exception cref="ArgumentException">A sample is not finite; the message gives its index in the stream.</exception>
    public float[] Append(ReadOnlySpan<float> samples)
    {
        SampleGuard.ThrowIfNotFinite(samples, nameof(samples), SampleCount);
        SampleCount += samples.Length;
        return _resampler.Push(samples);
    }

    /// <summary>Returns the samples that waited for later ones.</summary>
    public float[] Complete() => _resampler.Complete();

    /// <summary>Raises high frequencies as the model's preparation does, in place.</summary>
    public void Emphasize(Span<float> samples)
    {
        if (_preEmphasis > 0)
        {
            foreach (ref float sample in samples)
            {
                (sample, _previous) = (sample - (_preEmphasis * _previous), sample);
            }
        }
    }
}
