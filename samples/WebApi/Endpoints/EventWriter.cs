using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>Writes the lines of an analysis and flushes each to the client before the next is computed.</summary>
internal sealed class EventWriter(HttpResponse response)
{
    private readonly JsonSerializerOptions _settings =
        response.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    public async Task WriteAsync(AnalysisEvent line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(response.Body, line, _settings, cancellationToken);
        await response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
