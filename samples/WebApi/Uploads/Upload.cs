using System.Diagnostics;
using System.Net.Http.Headers;
using EmoHRNet.Samples.WebApi.Telemetry;
using Microsoft.AspNetCore.WebUtilities;

namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>The audio of a request: the first file of a form, or the body itself.</summary>
internal static class Upload
{
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Receives the whole audio; what does not fit into a small buffer is kept on disk until the request ends. File names are not used.</summary>
    /// <exception cref="BadHttpRequestException">There is no file in the form, or the upload is too large or too slow.</exception>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="UploadStorageException">It cannot be stored.</exception>
    public static async Task<Stream> ReceiveAsync(HttpRequest request, ServiceTelemetry telemetry, CancellationToken cancellationToken)
    {
        using Activity? step = telemetry.Begin("receive");
        try
        {
            return IsMultipart(request) ? await ReceiveFormAsync(request, cancellationToken) : await ReceiveBodyAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException or IOException { HResult: DiskFullOnUnix or DiskFullOnWindows })
        {
            throw new UploadStorageException(e);
        }
    }

    private static async Task<Stream> ReceiveFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        return form.Files is [var file, ..]
            ? file.OpenReadStream()
            : throw new BadHttpRequestException("The form holds no file; expected one with audio.");
    }

    private static async Task<Stream> ReceiveBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        await request.Body.DrainAsync(cancellationToken);
        request.Body.Position = 0;
        return request.Body;
    }

    // A body of any other type is the audio itself: clients that send bytes declare various types, or none.
    private static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase);
}
