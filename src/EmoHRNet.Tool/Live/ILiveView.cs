namespace EmoHRNet.Tool.Live;

/// <summary>Shows segments as they come.</summary>
internal interface ILiveView
{
    Task ShowAsync(IAsyncEnumerable<EmotionSegment> segments);
}
