using EmoHRNet.Audio;
using EmoHRNet.Inference;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>Says what to do in requests to this service where the library says it in members of its API.</summary>
internal static class ServiceWords
{
    /// <param name="text">A message or a note of the library.</param>
    public static string Of(string text) => text
        .Replace(AudioReadOptions.TruncationHint, "Add allowTruncated=true to the query to have read what is there.", StringComparison.Ordinal)
        .Replace(ChannelMixer.SeparationHint, "/analyze?channels=each judges each on its own.", StringComparison.Ordinal);

    /// <inheritdoc cref="Of(string)"/>
    public static IReadOnlyList<string> Of(IEnumerable<string> notes) => [.. notes.Select(Of)];
}
