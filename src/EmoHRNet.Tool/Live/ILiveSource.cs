namespace EmoHRNet.Tool.Live;

/// <summary>Where live audio comes from.</summary>
internal interface ILiveSource
{
    /// <summary>The rate of the samples, in hertz.</summary>
    int SampleRate { get; }

    /// <summary>Mono samples as they arrive.</summary>
    IAsyncEnumerable<ReadOnlyMemory<float>> ReadAsync(CancellationToken cancellationToken);
}
