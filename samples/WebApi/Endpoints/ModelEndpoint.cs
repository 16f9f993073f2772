using EmoHRNet.ModelFiles;
using EmoHRNet.Samples.WebApi.Limits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>GET /model: the model, its license, and the limits of the service.</summary>
internal static class ModelEndpoint
{
    public static void MapModel(this IEndpointRouteBuilder routes) => routes.MapGet("/model", Describe)
        .WithSummary("The model: labels, license, held-out result; and the limits of this service");

    private static Ok<ModelResponse> Describe(EmotionNetworkClassifier classifier, IOptions<ServiceLimits> limits)
    {
        ModelDescription model = classifier.Model;
        return TypedResults.Ok(new ModelResponse
        {
            Labels = classifier.Labels,
            License = model.License,
            HeldOut = model.HeldOut,
            WindowSeconds = (double)model.WindowFrames * model.HopLength / model.Preparation.SampleRate,
            UploadBytes = limits.Value.UploadBytes,
            ClipSeconds = limits.Value.ClipSeconds,
        });
    }
}
