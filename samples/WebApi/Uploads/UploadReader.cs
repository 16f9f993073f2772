using System.Runtime.CompilerServices;
using EmoHRNet.Audio;
using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>Decodes uploads second by second, so that a small file that unpacks to hours costs no more than it may.</summary>
internal static class UploadReader
{
    /// <summary>Recognizes the format; WAV and AIFF, and whatever else an installed ffmpeg decodes.</summary>
    /// <exception cref="AudioFormatException">The upload is no audio, or is damaged.</exception>
    public static Task<AudioReader> OpenAsync(Stream upload, CancellationToken cancellationToken) =>
        Task.Run(() => AudioReader.Open(upload), cancellationToken);

    /// <summary>Decodes a clip.</summary>
    /// <exception cref="AudioFormatException">The upload is no audio, is damaged, holds no samples, or is longer than a clip may be.</exception>
    public static async Task<Waveform> ReadClipAsync(Stream upload, TimeSpan longest, CancellationToken cancellationToken)
    {
        using AudioReader reader = await OpenAsync(upload, cancellationToken);
        List<Waveform> blocks = [];
        await foreach (Waveform block in reader.ReadBlocksAsync(reader.SampleRate, cancellationToken))
        {
            blocks.Add(block);
            if (reader.Position > longest.TotalSeconds * reader.SampleRate)
            {
                throw new AudioFormatException($"The clip is longer than {longest.TotalSeconds:0} seconds; send long recordings to /analyze.");
            }
        }

        return blocks.Count > 0 ? Join(blocks) : throw new AudioFormatException("The audio holds no samples; expected at least one.");
    }

    /// <summary>Decodes to mono samples at the rate of the upload, a second at a time.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<float>> ReadMonoAsync(
        AudioReader reader, ChannelMix mix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        AudioPreparation mixing = new(new PreparationOptions { Mix = mix, SampleRate = reader.SampleRate });
        await foreach (Waveform block in reader.ReadBlocksAsync(reader.SampleRate, cancellationToken))
        {
            yield return mixing.Prepare(block);
        }
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
