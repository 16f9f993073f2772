namespace EmoHRNet.Tool.Live;

/// <summary>A line per segment, for files and pipes.</summary>
internal sealed class LineView : ILiveView
{
    public async Task ShowAsync(IAsyncEnumerable<EmotionSegment> segments)
    {
        await foreach (EmotionSegment segment in segments)
        {
            Console.WriteLine(segment);
        }
    }
}
