using System.ComponentModel.DataAnnotations;

namespace EmoHRNet.Samples.WebApi;

/// <summary>What one request may cost; the section <c>Limits</c> of appsettings.json.</summary>
internal sealed class ServiceLimits
{
    /// <summary>The largest upload, in megabytes. Default 200.</summary>
    [Range(1, 10_000)]
    public int UploadMegabytes { get; init; } = 200;

    /// <summary>The longest clip that is classified or drawn as a whole, in seconds; longer ones are for /analyze. Default 120.</summary>
    [Range(1, 3_600)]
    public int ClipSeconds { get; init; } = 120;

    /// <summary>The time that a clip's answer may take, upload included, in seconds. Default 60.</summary>
    [Range(1, 86_400)]
    public int ClipTimeoutSeconds { get; init; } = 60;

    /// <summary>The time that an analysis may take, upload included, in seconds. Default 1,800.</summary>
    [Range(1, 86_400)]
    public int AnalysisTimeoutSeconds { get; init; } = 1_800;

    /// <summary>The largest upload, in bytes.</summary>
    public long UploadBytes => UploadMegabytes * 1_000_000L;
}
