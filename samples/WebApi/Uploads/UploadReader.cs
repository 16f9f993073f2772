using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>Decodes uploads second by second, so that the limits also hold for a small file that unpacks to hours.</summary>
/// <param name="classifier">Provides the reading options.</param>
internal sealed class UploadReader(EmotionNetworkClassifier classifier)
{
    /// <summary>Recognizes the format and decodes the first second.</summary>
    /// <param name="upload">The bytes of the recording.</param>
    /// <param name="allowTruncated">Whether the intact part of a recording that ends early is read.</param>
    /// <param name="cancellationToken">Cancels the decoding.</param>
    /// <exception cref="AudioFormatException">The upload is not audio, is damaged, or holds no samples.</exception>
    public async Task<UploadedRecording> OpenAsync(Stream upload, bool allowTruncated, CancellationToken cancellationToken)
    {
        AudioReadOptions options = classifier.Reading with { AllowTruncated = allowTruncated };
        AudioReader reader = await Task.Run(() => AudioReader.Open(upload, options), cancellationToken);
        try
        {
            return await reader.ReadAsync(reader.SampleRate, cancellationToken) is { } first
                ? new UploadedRecording(reader, first)
                : throw new AudioFormatException("The audio holds no samples; expected at least one.");
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Decodes a clip.</summary>
    /// <returns>The clip, and notes about unusual content.</returns>
    /// <exception cref="AudioFormatException">The upload is not audio, is damaged, holds no samples or samples that are not finite, or is longer than a clip may be.</exception>
    public async Task<(Waveform Clip, IReadOnlyList<string> Notes)> ReadClipAsync(
        Stream upload, TimeSpan longest, bool allowTruncated, CancellationToken cancellationToken)
    {
        using UploadedRecording recording = await OpenAsync(upload, allowTruncated, cancellationToken);
        List<Waveform> blocks = [];
        await foreach (Waveform block in recording.ReadBlocksAsync(cancellationToken))
        {
            blocks.Add(block);
            if (recording.SecondsRead > longest.TotalSeconds)
            {
                throw new AudioFormatException($"The clip is longer than {longest.TotalSeconds:0} seconds; send long recordings to /analyze.");
            }
        }

        Waveform clip = Join(blocks);
        SampleGuard.ThrowIfUnusable(clip, "The audio");
        return (clip, recording.Notes);
    }

    private static Waveform Join(List<Waveform> blocks) =>
        new(blocks[0].SampleRate, [.. Enumerable.Range(0, blocks[0].ChannelCount).Select(channel => Join(blocks, channel))]);

    private static float[] Join(List<Waveform> blocks, int channel)
    {
        float[] samples = new float[blocks.Sum(block => block.SampleCount)];
        int start = 0;
        foreach (Waveform block in blocks)
        {
            block.Channel(channel).CopyTo(samples.AsSpan(start));
            start += block.SampleCount;
        }

        return samples;
    }
}
