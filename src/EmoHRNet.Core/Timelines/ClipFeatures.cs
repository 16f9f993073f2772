using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>Prepares every window as a clip of its own: for models whose preparation changes the level, which is that of the window.</summary>
/// <remarks>Windows overlap, so frames are computed more than once; beside the network's work that is little.</remarks>
internal sealed class ClipFeatures : IWindowFeatures
{
    private readonly AudioPreparation _preparation;
    private readonly IFeatureExtractor _extractor;
    private readonly MelSpectrogramOptions _framing;
    private readonly List<float> _samples = [];
    private long _first;

    public ClipFeatures(ModelDescription model)
    {
        _preparation = new AudioPreparation(model.Preparation with { Trim = null });
        (_extractor, _framing) = (model.Features.CreateExtractor(), model.Features.Mel);
    }

    public long End => _framing.FrameCount(_first + _samples.Count);

    public void Append(float[] samples) => _samples.AddRange(samples);

    public void Complete()
    {
        // Nothing waits: a window's features depend on its own samples alone.
    }

    public Spectrogram Window(long start, int count) => Extract(start, ((count - 1) * _framing.HopLength) + (_framing.Center ? 0 : _framing.FftSize));

    public Spectrogram Rest(long start) => Extract(start, (int)(_first + _samples.Count - (start * _framing.HopLength)));

    public void Forget(long before)
    {
        int count = (int)((before * _framing.HopLength) - _first);
        _samples.RemoveRange(0, count);
        _first += count;
    }

    private Spectrogram Extract(long startFrame, int count)
    {
        float[] clip = new float[count];
        _samples.CopyTo((int)((startFrame * _framing.HopLength) - _first), clip, 0, count);
        return _extractor.Extract(_preparation.Prepare(clip, _framing.SampleRate));
    }
}
