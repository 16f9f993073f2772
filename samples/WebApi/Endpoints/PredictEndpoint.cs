using System.Diagnostics;
using EmoHRNet.Audio;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>POST /predict: the emotion of a clip.</summary>
internal static class PredictEndpoint
{
    public static void MapPredict(this IEndpointRouteBuilder routes) => routes.MapPost("/predict", PredictAsync)
        .TakesAudio("The emotion of a clip", "WAV or AIFF, and where the server has ffmpeg anything that decodes; as the file of a form or as the body.");

    private static async Task<Ok<PredictResponse>> PredictAsync(
        HttpRequest request, EmotionClassifier classifier, IOptions<ServiceLimits> limits, CancellationToken cancellationToken)
    {
        Stream upload = await Upload.ReceiveAsync(request, cancellationToken);
        long start = Stopwatch.GetTimestamp();
        Waveform clip = await UploadReader.ReadClipAsync(upload, TimeSpan.FromSeconds(limits.Value.ClipSeconds), cancellationToken);
        try
        {
            EmotionPrediction prediction = await classifier.PredictAsync(clip, cancellationToken);
            return TypedResults.Ok(PredictResponse.From(prediction, Stopwatch.GetElapsedTime(start)));
        }
        catch (ArgumentException e)
        {
            // What is wrong with decoded samples is the upload's fault.
            throw new AudioFormatException(e.Message, e);
        }
    }
}
