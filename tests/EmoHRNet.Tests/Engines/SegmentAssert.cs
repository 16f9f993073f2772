namespace EmoHRNet.Tests;

/// <summary>Compares segments and predictions.</summary>
internal static class SegmentAssert
{
    public static void Same(IReadOnlyList<EmotionSegment> expected, IReadOnlyList<EmotionSegment> found)
    {
        Assert.Equal(expected.Select(s => (s.Start, s.End, s.Label)), found.Select(s => (s.Start, s.End, s.Label)));
        Assert.All(expected.Zip(found).Where(pair => pair.First.IsSpeech), pair =>
            Close([.. pair.First.Prediction!.Probabilities.Values], pair.Second.Prediction!, 1e-5f));
    }

    public static void Close(float[] expected, EmotionPrediction found, float tolerance) =>
        Assert.All(expected.Zip(found.Probabilities.Values), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
