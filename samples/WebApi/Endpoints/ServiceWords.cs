using EmoHRNet.Audio;
using EmoHRNet.Inference;

namespace EmoHRNet.Samples.WebApi.Endpoints;

/// <summary>Translates hints in messages of the library from API members to requests of this service.</summary>
internal static class ServiceWords
{
    /// <param name="text">A message or a note of the library.</param>
    public static string Of(string text) => text
        .Replace(AudioReadOptions.TruncationHint, "Add allowTruncated=true to the query to read the intact part.", StringComparison.Ordinal)
        .Replace(ChannelMixer.SeparationHint, "/analyze?channels=each analyzes each separately.", StringComparison.Ordinal);

    /// <inheritdoc cref="Of(string)"/>
    public static IReadOnlyList<string> Of(IEnumerable<string> notes) => [.. notes.Select(Of)];
}
