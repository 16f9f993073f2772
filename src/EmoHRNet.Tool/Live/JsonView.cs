using System.Text.Json;

namespace EmoHRNet.Tool.Live;

/// <summary>One line of JSON per segment, for programs.</summary>
internal sealed class JsonView : ILiveView
{
    public async Task ShowAsync(IAsyncEnumerable<EmotionSegment> segments)
    {
        await foreach (EmotionSegment segment in segments)
        {
            Console.WriteLine(JsonSerializer.Serialize(HeardSegment.Of(segment), LiveDocuments.Default.HeardSegment));
        }
    }
}
