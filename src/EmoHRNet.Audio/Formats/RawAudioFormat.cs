using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Formats;

/// <summary>The layout of samples without a header, channels interleaved.</summary>
public sealed record RawAudioFormat : ValidatedOptions
{
    /// <summary>The largest number of channels that is accepted.</summary>
    public const int MaximumChannelCount = 1024;

    /// <summary>Samples per second of each channel, 1 to 768,000.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>The number of interleaved channels, 1 to 1024.</summary>
    public int ChannelCount { get; init; } = 1;

    /// <summary>How one sample is stored.</summary>
    public SampleEncoding Encoding { get; init; } = SampleEncoding.Pcm16;

    /// <summary>Whether the most significant byte of a sample comes first.</summary>
    public bool BigEndian { get; init; }

    /// <summary>The bytes of one sample of every channel.</summary>
    internal int FrameLength => ChannelCount * Encoding.ByteCount();

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(SampleRate), SampleRate, 1, Waveform.MaximumSampleRate)
        .Range(nameof(ChannelCount), ChannelCount, 1, MaximumChannelCount)
        .Defined(nameof(Encoding), Encoding);
}
