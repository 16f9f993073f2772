namespace EmoHRNet.Timelines;

/// <summary>The windows and segments that are completed by a block of a stream.</summary>
internal sealed record TimelinePart(IReadOnlyList<EmotionWindow> Windows, IReadOnlyList<EmotionSegment> Segments);
