using System.ComponentModel.DataAnnotations;

namespace EmoHRNet.Samples.WebApi.Limits;

/// <summary>Limits of a request and of the number of requests; the section <c>Limits</c> of appsettings.json.</summary>
internal sealed class ServiceLimits
{
    /// <summary>The largest upload, in megabytes. Default 200.</summary>
    [Range(1, 10_000)]
    public int UploadMegabytes { get; init; } = 200;

    /// <summary>The minimum rate of an upload in bytes per second, after its first seconds; a slower one gets status 408. Default 1,000.</summary>
    [Range(1, 1_000_000_000)]
    public int UploadBytesPerSecond { get; init; } = 1_000;

    /// <summary>The longest clip for /predict and /spectrogram, in seconds; longer ones are for /analyze. Default 120.</summary>
    [Range(1, 3_600)]
    public int ClipSeconds { get; init; } = 120;

    /// <summary>The time limit for a clip in seconds, including the upload but not the queue. Default 60.</summary>
    [Range(1, 86_400)]
    public int ClipTimeoutSeconds { get; init; } = 60;

    /// <summary>The time limit for an analysis in seconds, including the upload but not the queue. Default 1,800.</summary>
    [Range(1, 86_400)]
    public int AnalysisTimeoutSeconds { get; init; } = 1_800;

    /// <summary>The number of requests with audio processed in parallel. Default 4.</summary>
    [Range(1, 10_000)]
    public int SimultaneousRequests { get; init; } = 4;

    /// <summary>The number of queued requests; further ones get status 503. Default 32.</summary>
    [Range(0, 100_000)]
    public int WaitingRequests { get; init; } = 32;

    /// <summary>The maximum number of open live streams; further ones get status 503. Default 50.</summary>
    [Range(1, 100_000)]
    public int LiveStreams { get; init; } = 50;

    /// <summary>The seconds without audio sent or answers received after which a live stream is closed. Default 30.</summary>
    [Range(1, 86_400)]
    public int LiveIdleSeconds { get; init; } = 30;

    /// <summary>The <c>Retry-After</c> of refused requests, in seconds. Default 5.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; init; } = 5;

    /// <summary>The maximum number of open connections; further ones are closed immediately. Default 5,000.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = 5_000;

    /// <summary>The seconds after which a connection without a complete request header is closed. Default 30.</summary>
    [Range(1, 86_400)]
    public int IdleSeconds { get; init; } = 30;

    /// <summary>The largest upload, in bytes.</summary>
    public long UploadBytes => UploadMegabytes * 1_000_000L;
}
