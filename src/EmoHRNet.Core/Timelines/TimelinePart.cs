namespace EmoHRNet.Timelines;

/// <summary>What a piece of a stream decided.</summary>
internal sealed record TimelinePart(IReadOnlyList<EmotionWindow> Windows, IReadOnlyList<EmotionSegment> Segments);
