using Microsoft.OpenApi;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>The query parameters of an analysis: windows, and whether windows of one emotion are merged into a segment.</summary>
internal static class AnalysisQuery
{
    private const string Window = "windowSeconds";
    private const string Hop = "hopSeconds";

    /// <exception cref="BadHttpRequestException">A value is not a number.</exception>
    /// <exception cref="Audio.Options.InvalidOptionsException">A number is out of range.</exception>
    public static AnalysisOptions ToAnalysisOptions(this HttpRequest request, bool merge)
    {
        AnalysisOptions options = new() { WindowSeconds = request.Number<double>(Window), HopSeconds = request.Number<double>(Hop), Merge = merge };
        options.Validate();
        return options;
    }

    /// <summary>Describes them.</summary>
    public static RouteHandlerBuilder TakesAnalysisQuery(this RouteHandlerBuilder endpoint) => endpoint.TakesNumbers(
        (Window, JsonSchemaType.Number, "The length of a window in seconds, 0.1 to 60. Default: the length that the model was trained on."),
        (Hop, JsonSchemaType.Number, "The seconds between the starts of two windows, 0.02 to windowSeconds. Default: half a window."));
}
