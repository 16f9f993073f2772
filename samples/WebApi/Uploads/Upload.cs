using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace EmoHRNet.Samples.WebApi.Uploads;

/// <summary>The audio of a request: the first file of a form, or the body itself.</summary>
internal static class Upload
{
    /// <summary>Receives the audio whole; what does not fit into a small buffer lies on disk until the request ends.</summary>
    /// <exception cref="BadHttpRequestException">There is no file in the form, or the upload is too large.</exception>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    public static async Task<Stream> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (IsMultipart(request))
        {
            IFormCollection form = await request.ReadFormAsync(cancellationToken);
            return form.Files is [var file, ..]
                ? file.OpenReadStream()
                : throw new BadHttpRequestException("The form holds no file; expected one with audio.");
        }

        request.EnableBuffering();
        await request.Body.DrainAsync(cancellationToken);
        request.Body.Position = 0;
        return request.Body;
    }

    // Every other type is taken for the audio itself: clients that send bytes name all kinds, or none.
    private static bool IsMultipart(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, "multipart/form-data", StringComparison.OrdinalIgnoreCase);
}
