using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Samples.WebApi.Limits;
using EmoHRNet.Samples.WebApi.Telemetry;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>POST /predict: the emotion of a clip.</summary>
internal static class PredictEndpoint
{
    public static void MapPredict(this IEndpointRouteBuilder routes) => routes.MapPost("/predict", PredictAsync)
        .TakesAudio("The emotion of a clip", "The audio as the file of a form or as the body; notes list unusual properties.");

    private static async Task<Ok<PredictResponse>> PredictAsync(
        HttpRequest request,
        EmotionNetworkClassifier classifier,
        UploadReader uploads,
        ServiceTelemetry telemetry,
        IOptions<ServiceLimits> limits,
        CancellationToken cancellationToken,
        bool allowTruncated = false)
    {
        Stream upload = await Upload.ReceiveAsync(request, telemetry, cancellationToken);
        long start = Stopwatch.GetTimestamp();
        (Waveform clip, IReadOnlyList<string> notes) =
            await uploads.ReadClipAsync(upload, TimeSpan.FromSeconds(limits.Value.ClipSeconds), allowTruncated, cancellationToken);
        using Activity? step = telemetry.Begin("predict");
        EmotionPrediction prediction = await classifier.PredictAsync(clip, cancellationToken);
        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        telemetry.Count("predict", prediction.Duration.TotalSeconds, taken);
        return TypedResults.Ok(PredictResponse.From(prediction, notes, taken));
    }
}
