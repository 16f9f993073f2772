namespace EmoHRNet.Audio.Formats;

/// <summary>The source of an <see cref="AudioReader"/>'s samples.</summary>
internal interface ISampleSource : IDisposable
{
    string Container { get; }

    RawAudioFormat Format { get; }

    /// <summary>The number of samples of each channel; null when the header does not state it, or the stated number cannot be checked.</summary>
    long? SampleCount { get; }

    /// <summary>What was unusual so far; complete after the last sample.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>Allocates an array per channel for a number of samples, or fewer when fewer are left.</summary>
    float[][] Allocate(int sampleCount);

    /// <summary>Fills the channels from an offset, as far as there are samples.</summary>
    /// <returns>The number of samples of each channel read; fewer than requested only at the end.</returns>
    int Read(float[][] channels, int offset, int count);

    /// <inheritdoc cref="Read"/>
    ValueTask<int> ReadAsync(float[][] channels, int count, CancellationToken cancellationToken);
}
