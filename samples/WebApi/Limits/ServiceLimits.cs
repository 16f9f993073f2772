using System.ComponentModel.DataAnnotations;

namespace EmoHRNet.Samples.WebApi.Limits;

/// <summary>What one request may cost, and how many there may be; the section <c>Limits</c> of appsettings.json.</summary>
internal sealed class ServiceLimits
{
    /// <summary>The largest upload, in megabytes. Default 200.</summary>
    [Range(1, 10_000)]
    public int UploadMegabytes { get; init; } = 200;

    /// <summary>The bytes per second that an upload must bring, after its first seconds; a slower one is answered 408. Default 1,000.</summary>
    [Range(1, 1_000_000_000)]
    public int UploadBytesPerSecond { get; init; } = 1_000;

    /// <summary>The longest clip that is classified or drawn as a whole, in seconds; longer ones are for /analyze. Default 120.</summary>
    [Range(1, 3_600)]
    public int ClipSeconds { get; init; } = 120;

    /// <summary>The time that a clip's answer may take, upload included and waiting not, in seconds. Default 60.</summary>
    [Range(1, 86_400)]
    public int ClipTimeoutSeconds { get; init; } = 60;

    /// <summary>The time that an analysis may take, upload included and waiting not, in seconds. Default 1,800.</summary>
    [Range(1, 86_400)]
    public int AnalysisTimeoutSeconds { get; init; } = 1_800;

    /// <summary>The requests with audio that are worked on at once. Default 4.</summary>
    [Range(1, 10_000)]
    public int SimultaneousRequests { get; init; } = 4;

    /// <summary>The requests that wait for one of those to end; what comes beyond is answered 503. Default 32.</summary>
    [Range(0, 100_000)]
    public int WaitingRequests { get; init; } = 32;

    /// <summary>The live streams that are open at once; what comes beyond is answered 503. Default 50.</summary>
    [Range(1, 100_000)]
    public int LiveStreams { get; init; } = 50;

    /// <summary>The seconds that a live stream may neither send audio nor take answers before it is closed. Default 30.</summary>
    [Range(1, 86_400)]
    public int LiveIdleSeconds { get; init; } = 30;

    /// <summary>The seconds after which a refused client may try again, as the answer tells it. Default 5.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; init; } = 5;

    /// <summary>The connections that are open at once; more are closed at once. Default 5,000.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = 5_000;

    /// <summary>The seconds after which a connection without a request, or with half the head of one, is closed. Default 30.</summary>
    [Range(1, 86_400)]
    public int IdleSeconds { get; init; } = 30;

    /// <summary>The largest upload, in bytes.</summary>
    public long UploadBytes => UploadMegabytes * 1_000_000L;
}
