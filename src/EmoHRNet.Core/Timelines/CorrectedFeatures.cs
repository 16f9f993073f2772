using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Timelines;

/// <summary>
/// The features of the stream; a window with an offset, rumble or very quiet speech is corrected like a clip and extracted separately. For
/// models whose preparation does not set the level.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="extractor">The model's extractor.</param>
internal sealed class CorrectedFeatures(ModelDescription model, IFeatureExtractor extractor) : IWindowFeatures
{
    private readonly StreamFeatures _stream = new(model);
    private readonly ClipFeatures _clips = new(model, extractor);

    public long End => _stream.End;

    public void Append(float[] samples)
    {
        _clips.Append(samples);
        _stream.Append(samples);
    }

    public void Complete()
    {
        _clips.Complete();
        _stream.Complete();
    }

    public Spectrogram Window(long start, int count) => _clips.CorrectedWindow(start, count) ?? _stream.Window(start, count);

    public Spectrogram Rest(long start) => _clips.CorrectedRest(start) ?? _stream.Rest(start);

    public void Forget(long before)
    {
        _clips.Forget(before);
        _stream.Forget(before);
    }
}
