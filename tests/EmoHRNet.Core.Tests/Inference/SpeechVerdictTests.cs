using EmoHRNet.Inference;

namespace EmoHRNet.Core.Tests.Inference;

public class SpeechVerdictTests
{
    [Theory]
    [InlineData(null, 0.3, 0.2f, false)] // detector off
    [InlineData(0.29f, 0.3, 1f, true)] // no speech: no emotion at any confidence
    [InlineData(0.5f, 0.3, 0.9f, true)] // in doubt: 0.45 is less than half
    [InlineData(0.69f, 0.3, 0.9f, false)] // in doubt, but more likely than not
    [InlineData(0.71f, 0.3, 0.2f, false)] // not in doubt: an emotion at any confidence
    [InlineData(0.75f, 0.8, 1f, true)]
    public void Forbids_ProbabilityAndConfidence_FollowsTheRule(float? probability, double threshold, float confidence, bool expected) =>
        Assert.Equal(expected, new SpeechVerdict(probability, threshold).Forbids(confidence));

    [Theory]
    [InlineData(0.034f, "The clip holds no speech (probability of speech 0.03)")]
    [InlineData(0.4f, "The clip may hold no speech (probability of speech 0.40)")]
    [InlineData(0.9f, null)]
    [InlineData(null, null)]
    public void Note_Probability_SaysWhatIsThere(float? probability, string? start)
    {
        string? note = new SpeechVerdict(probability, 0.3).Note;

        Assert.Equal(start is null, note is null);
        Assert.StartsWith(start ?? "", note ?? "", StringComparison.Ordinal);
    }
}
