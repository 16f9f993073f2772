using System.Buffers;

namespace EmoHRNet.Audio.Formats;

/// <summary>Writes WAV files of 16-bit integers or 32-bit floats; RF64 where the sizes need 64 bits.</summary>
internal static class WavWriter
{
    private const int BlockLength = 16 * 1024;

    public static void Write(Stream stream, Waveform waveform, WavEncoding encoding)
    {
        SampleEncoding stored = encoding switch
        {
            WavEncoding.Pcm16 => SampleEncoding.Pcm16,
            WavEncoding.IeeeFloat => SampleEncoding.Ieee32,
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not a WAV encoding."),
        };
        if (encoding == WavEncoding.Pcm16)
        {
            SampleEncoder.ThrowIfNotFinite(waveform);
        }

        RawAudioFormat format = new() { SampleRate = waveform.SampleRate, ChannelCount = waveform.ChannelCount, Encoding = stored };
        WavHeaderWriter.Write(stream, format, waveform.SampleCount);
        WriteSamples(stream, waveform, format);
    }

    private static void WriteSamples(Stream stream, Waveform waveform, RawAudioFormat format)
    {
        int framesPerBlock = Math.Max(1, BlockLength / format.ChannelCount);
        float[] interleaved = ArrayPool<float>.Shared.Rent(framesPerBlock * format.ChannelCount);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(framesPerBlock * format.FrameLength);
        for (int start = 0; start < waveform.SampleCount; start += framesPerBlock)
        {
            int frames = Math.Min(framesPerBlock, waveform.SampleCount - start);
            Span<float> samples = interleaved.AsSpan(0, frames * format.ChannelCount);
            Span<byte> encoded = bytes.AsSpan(0, frames * format.FrameLength);
            Interleave(waveform, start, samples);
            SampleEncoder.Encode(samples, format.Encoding, encoded);
            stream.Write(encoded);
        }

        ArrayPool<float>.Shared.Return(interleaved);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static void Interleave(Waveform waveform, int start, Span<float> destination)
    {
        for (int c = 0; c < waveform.ChannelCount; c++)
        {
            ReadOnlySpan<float> channel = waveform.Channel(c)[start..];
            for (int i = 0, j = c; j < destination.Length; i++, j += waveform.ChannelCount)
            {
                destination[j] = channel[i];
            }
        }
    }
}
