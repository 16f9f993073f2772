using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Corpora;

namespace EmoHRNet.Adaptation;

/// <summary>Reads the clips of an adaptation, and reports every clip that cannot be used, with the reason.</summary>
/// <param name="features">The pooled features of the model.</param>
/// <param name="labels">The model's labels.</param>
/// <param name="reading">How files are read.</param>
internal sealed class ClipReading(PooledFeatures features, IReadOnlyList<string> labels, AudioReadOptions reading)
{
    /// <summary>The pooled features of the clips.</summary>
    /// <exception cref="CorpusException">At least one clip cannot be used.</exception>
    public IReadOnlyList<FeatureClip> Read(IReadOnlyList<Utterance> clips, CancellationToken cancellationToken)
    {
        List<FeatureClip> read = [];
        List<string> problems = [];
        foreach (Utterance clip in clips)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                read.Add(new FeatureClip(
                    features.Of(Waveform.Load(clip.Path, reading)), labels.ToList().IndexOf(clip.Emotion), clip.Speaker, clip.RepeatOf ?? clip.Path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AudioFormatException or ArgumentException)
            {
                problems.Add($"'{clip.Path}': {exception.Message}");
            }
        }

        return problems.Count == 0
            ? read
            : throw new CorpusException(
                $"{problems.Count} of {clips.Count} clips cannot be used: {ShortList.Of(problems, "; ")}. Replace them, or leave them out.");
    }
}
