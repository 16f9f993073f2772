namespace EmoHRNet.Tool.Live;

/// <summary>Shows segments as they arrive.</summary>
internal interface ILiveView
{
    Task ShowAsync(IAsyncEnumerable<EmotionSegment> segments);
}
