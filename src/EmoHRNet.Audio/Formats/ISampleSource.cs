namespace EmoHRNet.Audio.Formats;

/// <summary>Where an <see cref="AudioReader"/> takes its samples from.</summary>
internal interface ISampleSource : IDisposable
{
    string Container { get; }

    RawAudioFormat Format { get; }

    /// <summary>The samples of each channel; null when the header does not say or the source cannot vouch for it.</summary>
    long? SampleCount { get; }

    /// <summary>What was unusual so far; complete after the last sample.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>An array per channel for so many samples, or fewer when fewer are left.</summary>
    float[][] Allocate(int sampleCount);

    /// <summary>Fills the channels from an offset as far as the samples go.</summary>
    /// <returns>The samples of each channel read; less than asked for only at the end.</returns>
    int Read(float[][] channels, int offset, int count);

    /// <inheritdoc cref="Read"/>
    ValueTask<int> ReadAsync(float[][] channels, int count, CancellationToken cancellationToken);
}
