using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>
/// Prepares every window like a separate clip: for models whose preparation sets the level, which is measured in the window as it is in the
/// clip in training, and for an application's extractor, which only handles whole clips.
/// </summary>
/// <remarks>Windows overlap, so frames are computed more than once; the cost is small compared with the network.</remarks>
internal sealed class ClipFeatures : IWindowFeatures
{
    private const int LongestFrameSeconds = 10;

    private readonly AudioPreparation _preparation;
    private readonly bool _isFiltered;
    private readonly IFeatureExtractor _extractor;
    private readonly List<float> _samples = [];
    private (int Frames, int Samples) _length;
    private long _first;

    public ClipFeatures(ModelDescription model, IFeatureExtractor extractor)
    {
        // The samples are already filtered and resampled.
        _preparation = new AudioPreparation(model.Preparation with { HighPassHertz = 0, Trim = null });
        _isFiltered = model.Preparation.HighPassHertz > 0;
        _extractor = extractor;
    }

    // Only whole frames were dropped.
    public long End => (_first / _extractor.HopLength) + _extractor.FrameCount(_samples.Count);

    public void Append(float[] samples) => _samples.AddRange(samples);

    public void Complete()
    {
        // Nothing to flush: a window's features depend only on its own samples.
    }

    public Spectrogram Window(long start, int count) => Extract(Correct(WindowSamples(start, count)));

    public Spectrogram Rest(long start) => Extract(Correct(RestSamples(start)));

    /// <summary>The features of a window that needs a correction; null for other windows.</summary>
    public Spectrogram? CorrectedWindow(long start, int count) => ExtractCorrected(WindowSamples(start, count));

    /// <summary>The features from a frame to the end if a correction is needed; otherwise null.</summary>
    public Spectrogram? CorrectedRest(long start) => ExtractCorrected(RestSamples(start));

    public void Forget(long before)
    {
        int count = (int)((before * _extractor.HopLength) - _first);
        _samples.RemoveRange(0, count);
        _first += count;
    }

    private float[] WindowSamples(long start, int count) => Samples(start, SamplesOf(count));

    private float[] RestSamples(long start) => Samples(start, (int)(_first + _samples.Count - (start * _extractor.HopLength)));

    /// <summary>The smallest number of samples that gives this many frames.</summary>
    private int SamplesOf(int frames)
    {
        if (_length.Frames != frames)
        {
            int samples = Math.Max(1, (frames - 1) * _extractor.HopLength);
            int limit = samples + (LongestFrameSeconds * _extractor.SampleRate);
            while (_extractor.FrameCount(samples) < frames)
            {
                samples = samples < limit
                    ? samples + 1
                    : throw new InvalidOperationException($"The extractor '{_extractor.Name}' has no {frames} frames for {limit} samples; it cannot cut a recording into windows.");
            }

            _length = (frames, samples);
        }

        return _length.Samples;
    }

    private float[] Samples(long startFrame, int count)
    {
        float[] samples = new float[count];
        _samples.CopyTo((int)((startFrame * _extractor.HopLength) - _first), samples, 0, count);
        return samples;
    }

    private Spectrogram? ExtractCorrected(float[] samples)
    {
        float[] corrected = Correct(samples);
        return ReferenceEquals(corrected, samples) ? null : Extract(corrected);
    }

    /// <summary>Applies the corrections that precede the preparation of a clip; returns the same array if none is needed.</summary>
    private float[] Correct(float[] samples)
    {
        if (!_isFiltered && SteadyClip.Of(samples, _extractor.SampleRate) is { IsChanged: true } steady)
        {
            samples = steady.Samples;
        }

        return QuietSpeech.Raise(samples, _extractor.SampleRate, _preparation.Options);
    }

    private Spectrogram Extract(float[] samples) => _extractor.Extract(_preparation.Prepare(samples, _extractor.SampleRate));
}
