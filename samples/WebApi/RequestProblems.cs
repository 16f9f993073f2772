using EmoHRNet.Audio;
using EmoHRNet.Audio.Options;
using EmoHRNet.Plotting;
using EmoHRNet.Samples.WebApi.Endpoints;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Diagnostics;

namespace EmoHRNet.Samples.WebApi;

/// <summary>Turns errors of a request into problem details with the reason; all other exceptions remain errors of the service.</summary>
internal sealed class RequestProblems(IProblemDetailsService problems, ILogger<RequestProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (Describe(exception) is not (int status, string title))
        {
            return false;
        }

        logger.Log(exception is UploadStorageException ? LogLevel.Error : LogLevel.Information, exception, "Refused a request with {Status}", status);
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Status = status, Title = title, Detail = AudioProblem.Describe(exception) },
        });
    }

    private static (int Status, string Title)? Describe(Exception exception) => exception switch
    {
        AudioFormatException => (StatusCodes.Status400BadRequest, "The audio cannot be used."),
        InvalidDataException => (StatusCodes.Status400BadRequest, "The form cannot be read."),
        InvalidOptionsException => (StatusCodes.Status400BadRequest, "A parameter is out of range."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "The upload is too large."),
        BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
        UploadStorageException => (StatusCodes.Status503ServiceUnavailable, "The service cannot take uploads."),
        MissingFontException => (StatusCodes.Status503ServiceUnavailable, "Pictures cannot be drawn on this machine."),
        _ => null,
    };
}
