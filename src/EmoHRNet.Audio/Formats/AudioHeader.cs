using System.Globalization;

namespace EmoHRNet.Audio.Formats;

/// <summary>What a container's header states about the samples, which start at the source's position.</summary>
/// <param name="Container">The container's name: WAV, AIFF, raw PCM.</param>
/// <param name="Format">The layout of the samples.</param>
/// <param name="DataLength">The bytes of sample data the header promises, or null when the data extends to the end of the stream.</param>
internal sealed record AudioHeader(string Container, RawAudioFormat Format, long? DataLength)
{
    /// <summary>How blocks of samples are coded together; null where samples are coded one by one.</summary>
    public BlockCoding? Blocks { get; init; }

    /// <summary>The further parts of the samples; null where there is one part. <see cref="DataLength"/> counts the known ones.</summary>
    public WavDataParts? Parts { get; init; }

    /// <summary>The number of bytes between the known parts.</summary>
    public long GapLength { get; init; }

    /// <summary>What had to be assumed, one readable sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The bytes that one sample of every channel takes, on average.</summary>
    public double BytesPerFrame => Blocks is { } blocks ? (double)blocks.BlockLength / blocks.SamplesPerBlock : Format.FrameLength;

    /// <exception cref="AudioFormatException">The number of channels or the sample rate is out of range.</exception>
    public static void CheckShape(string name, int channels, double rate)
    {
        if (channels is < 1 or > RawAudioFormat.MaximumChannelCount)
        {
            throw new AudioFormatException($"{name}: the header says {channels} channels; expected 1 to {RawAudioFormat.MaximumChannelCount}.");
        }

        if (!(rate is >= 1 and <= Waveform.MaximumSampleRate))
        {
            string found = rate.ToString(CultureInfo.InvariantCulture);
            throw new AudioFormatException($"{name}: the header says a sample rate of {found} Hz; expected 1 to {Waveform.MaximumSampleRate}.");
        }
    }
}
