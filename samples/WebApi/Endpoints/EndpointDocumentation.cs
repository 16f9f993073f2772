using EmoHRNet.Samples.WebApi.Limits;
using Microsoft.OpenApi;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>What all endpoints with audio share: the queue, and the OpenAPI description of uploads and errors.</summary>
internal static class EndpointDocumentation
{
    private const string Form = "multipart/form-data";
    private const string ManagedFormats =
        "WAV (8 to 32-bit integers, floating point, A-law, mu-law) or AIFF/AIFC, any sample rate, any number of channels";
    private const string BuiltIn = "decoded here";
    private const string DecodedFormats = "decoded where the server has ffmpeg";

    private static readonly Dictionary<string, string> AudioTypes = new()
    {
        ["audio/wav"] = ManagedFormats,
        ["audio/aiff"] = ManagedFormats,
        ["audio/flac"] = "FLAC, " + BuiltIn,
        ["audio/mpeg"] = "MP3, " + BuiltIn,
        ["audio/mp4"] = "AAC in MP4, " + DecodedFormats,
        ["audio/ogg"] = "Opus or Vorbis in Ogg, " + BuiltIn,
        ["audio/webm"] = "Opus in WebM, as browsers record it, " + BuiltIn,
        ["*/*"] = "The bytes of an audio file under any other type, or none: the content is recognized, not its name",
    };

    public static RouteHandlerBuilder TakesAudio(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .RequireRateLimiting(RequestQueue.Policy)
        .Accepts<IFormFile>(Form, [.. AudioTypes.Keys])
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status408RequestTimeout)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = DescribeUpload();
            return Task.CompletedTask;
        });

    /// <summary>Describes numeric query parameters that the endpoint parses itself.</summary>
    public static RouteHandlerBuilder TakesNumbers(this RouteHandlerBuilder endpoint, params (string Name, JsonSchemaType Type, string Description)[] numbers) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach ((string name, JsonSchemaType type, string description) in numbers)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Query,
                    Description = description,
                    Schema = new OpenApiSchema { Type = type },
                });
            }

            return Task.CompletedTask;
        });

    private static OpenApiRequestBody DescribeUpload() => new()
    {
        Required = true,
        Description = "The audio as the first file of a form, or as the body itself. " + ManagedFormats + "; MP3, FLAC, Ogg and WebM; other formats are " + DecodedFormats + ".",
        Content = AudioTypes.ToDictionary(type => type.Key, type => new OpenApiMediaType { Schema = Binary(type.Value) })
            .Append(new KeyValuePair<string, OpenApiMediaType>(Form, new OpenApiMediaType { Schema = DescribeForm() }))
            .ToDictionary(),
    };

    private static OpenApiSchema DescribeForm() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "file" },
        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary("The audio; one of " + string.Join(", ", AudioTypes.Keys.Where(type => type != "*/*"))) },
    };

    private static OpenApiSchema Binary(string description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };
}
