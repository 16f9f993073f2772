using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmoHRNet.Samples.WebApi.Health;

/// <summary>Healthy if the folders for temporary files of uploads and decoders are writable.</summary>
internal sealed class TemporaryFolderCheck : IHealthCheck
{
    /// <summary>The environment variable for a folder of uploads other than the system's.</summary>
    private const string UploadFolderVariable = "ASPNETCORE_TEMP";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (string folder in new[] { Environment.GetEnvironmentVariable(UploadFolderVariable) ?? "", Path.GetTempPath() }.Where(f => f.Length > 0))
        {
            try
            {
                string file = Path.Combine(folder, $"health-{Guid.NewGuid():N}.tmp");
                await using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
                await stream.WriteAsync(new byte[1], cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return HealthCheckResult.Unhealthy("Uploads cannot be stored: the folder for temporary files cannot be written.", e);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
