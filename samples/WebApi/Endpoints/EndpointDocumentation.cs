namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>What the OpenAPI document says of every endpoint that takes audio.</summary>
internal static class EndpointDocumentation
{
    public static RouteHandlerBuilder TakesAudio(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .Accepts<IFormFile>("multipart/form-data", "audio/wav", "*/*")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout);
}
