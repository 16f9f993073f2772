using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace EmoHRNet.WebApi.Tests;

/// <summary>Sends clips as clients do, and reads answers without the service's own types.</summary>
internal static class HttpExtensions
{
    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string path, byte[] file)
    {
        ByteArrayContent part = new(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.PostAsync(path, new MultipartFormDataContent { { part, "file", "clip.bin" } }, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> PostBodyAsync(this HttpClient client, string path, byte[] body, string? contentType = "audio/wav")
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        return client.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The detail of a problem, after checking that the answer is one.</summary>
    public static async Task<string> ReadProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await response.ReadJsonAsync();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem.TryGetProperty("detail", out JsonElement detail) ? detail.GetString()! : problem.GetProperty("title").GetString()!;
    }
}
