using EmoHRNet.Audio;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Plotting;
using EmoHRNet.Samples.WebApi.Limits;
using EmoHRNet.Samples.WebApi.Telemetry;
using EmoHRNet.Samples.WebApi.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>POST /spectrogram: the picture of a clip.</summary>
internal static class SpectrogramEndpoint
{
    private const int LargestSide = 2000;
    private const string Width = "width";
    private const string Height = "height";

    private static readonly MelSpectrogramOptions Features = SpectrogramPlot.PictureFeatures;
    private static readonly MelSpectrogramExtractor Extractor = new(Features);
    private static readonly AudioPreparation Preparation = new(new PreparationOptions { SampleRate = Features.SampleRate });

    public static void MapSpectrogram(this IEndpointRouteBuilder routes) => routes.MapPost("/spectrogram", DrawAsync)
        .TakesAudio("The log-mel spectrogram of a clip as a PNG image", "Axes in seconds and hertz, levels in decibels.")
        .TakesNumbers(
            (Width, JsonSchemaType.Integer, "Points of two pixels, at most 2,000. Default 1,000."),
            (Height, JsonSchemaType.Integer, "Points of two pixels, at most 2,000. Default 320."))
        .Produces<FileContentHttpResult>(StatusCodes.Status200OK, "image/png");

    private static async Task<FileContentHttpResult> DrawAsync(
        HttpRequest request,
        UploadReader uploads,
        ServiceTelemetry telemetry,
        IOptions<ServiceLimits> limits,
        CancellationToken cancellationToken,
        bool allowTruncated = false)
    {
        (int width, int height) = (request.Number<int>(Width) ?? 1000, request.Number<int>(Height) ?? 320);
        SpectrogramPlot plot = new(Features, new SpectrogramPlotOptions { Width = Math.Min(width, LargestSide), Height = Math.Min(height, LargestSide) });
        Stream upload = await Upload.ReceiveAsync(request, telemetry, cancellationToken);
        (Waveform clip, _) = await uploads.ReadClipAsync(upload, TimeSpan.FromSeconds(limits.Value.ClipSeconds), allowTruncated, cancellationToken);
        return TypedResults.Bytes(await Task.Run(() => Draw(plot, clip), cancellationToken), "image/png");
    }

    private static byte[] Draw(SpectrogramPlot plot, Waveform clip) => plot.Render(Extractor.Extract(Preparation.Prepare(clip)));
}
