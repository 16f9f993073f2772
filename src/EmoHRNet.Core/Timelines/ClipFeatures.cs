using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Inference;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>
/// Prepares every window as a clip of its own: for models whose preparation sets the level, which is measured in the window, as in training in
/// the clip, and for extractors of an application, which know whole clips only.
/// </summary>
/// <remarks>Windows overlap, so frames are computed more than once; beside the network's work that is little.</remarks>
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
        // Filtered and resampled already.
        _preparation = new AudioPreparation(model.Preparation with { HighPassHertz = 0, Trim = null });
        _isFiltered = model.Preparation.HighPassHertz > 0;
        _extractor = extractor;
    }

    // What was forgotten is whole frames.
    public long End => (_first / _extractor.HopLength) + _extractor.FrameCount(_samples.Count);

    public void Append(float[] samples) => _samples.AddRange(samples);

    public void Complete()
    {
        // Nothing waits: a window's features depend on its own samples alone.
    }

    public Spectrogram Window(long start, int count) => Extract(Correct(WindowSamples(start, count)));

    public Spectrogram Rest(long start) => Extract(Correct(RestSamples(start)));

    /// <summary>The features of a window that needs a correction; null for any other.</summary>
    public Spectrogram? CorrectedWindow(long start, int count) => ExtractCorrected(WindowSamples(start, count));

    /// <summary>The features from a frame to the end where a correction is needed; null otherwise.</summary>
    public Spectrogram? CorrectedRest(long start) => ExtractCorrected(RestSamples(start));

    public void Forget(long before)
    {
        int count = (int)((before * _extractor.HopLength) - _first);
        _samples.RemoveRange(0, count);
        _first += count;
    }

    private float[] WindowSamples(long start, int count) => Samples(start, SamplesOf(count));

    private float[] RestSamples(long start) => Samples(start, (int)(_first + _samples.Count - (start * _extractor.HopLength)));

    /// <summary>The fewest samples that have so many frames.</summary>
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

    /// <summary>What is done to a clip before its preparation; the same array where there is nothing to do.</summary>
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
