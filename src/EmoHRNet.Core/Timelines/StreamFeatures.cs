using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>Extracts features once for the whole stream and cuts windows out of them.</summary>
internal sealed class StreamFeatures : IWindowFeatures
{
    private readonly float _preEmphasis;
    private readonly WindowNormalization _normalization;
    private readonly StreamingFeatureExtractor _extractor;
    private readonly FrameBuffer _frames = new();
    private float _previous;

    public StreamFeatures(ModelDescription model)
    {
        _preEmphasis = (float)model.Preparation.PreEmphasis;
        _normalization = new WindowNormalization(model.Features);
        _extractor = new StreamingFeatureExtractor(_normalization.StreamOptions);
    }

    public long End => _frames.End;

    public void Append(float[] samples)
    {
        Emphasize(samples);
        _frames.Append(_extractor.Append(samples));
    }

    public void Complete() => _frames.Append(_extractor.Complete());

    public Spectrogram Window(long start, int count)
    {
        Spectrogram window = _frames.Copy(start, count);
        _normalization.Apply(window);
        return window;
    }

    public Spectrogram Rest(long start) => Window(start, (int)(End - start));

    public void Forget(long before) => _frames.Forget(before);

    private void Emphasize(Span<float> samples)
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
