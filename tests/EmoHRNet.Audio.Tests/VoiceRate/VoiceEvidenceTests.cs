using EmoHRNet.Audio.VoiceRate;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.VoiceRate;

public sealed class VoiceEvidenceTests
{
    private const int Rate = SyntheticVoice.Rate;

    [Fact]
    public void Measure_HeldVowel_StandsStill()
    {
        double[] evidence = VoiceEvidence.Measure(SyntheticVoice.Vowel(160, 2), Rate)!;
        Assert.Equal(3 * LogCepstrum.Count, evidence.Length);
        Assert.All(evidence[LogCepstrum.Count..], value => Assert.InRange(value, 0, 0.1));
        Assert.Contains(evidence[..LogCepstrum.Count], value => Math.Abs(value) > 1);
    }

    [Fact]
    public void Measure_SameSpeechAtTwiceTheRate_MovesFaster()
    {
        float[] speech = SyntheticVoice.Speech(4);
        double[] slow = VoiceEvidence.Measure(speech, Rate)!;
        double[] fast = VoiceEvidence.Measure(speech, 2 * Rate)!;
        double Moves(double[] evidence) => evidence[LogCepstrum.Count..(2 * LogCepstrum.Count)].Sum();
        Assert.InRange(Moves(fast) / Moves(slow), 1.3, 2.5);
    }

    [Fact]
    public void Measure_LittleIsVoiced_IsNull()
    {
        Random random = new(1);
        Assert.Null(VoiceEvidence.Measure([.. Enumerable.Range(0, 32_000).Select(_ => random.NextSingle() - 0.5f)], Rate));
        Assert.Null(VoiceEvidence.Measure(SyntheticVoice.Vowel(160, 0.25), Rate));
        Assert.Null(VoiceEvidence.Measure(new float[32_000], Rate));
        Assert.Null(VoiceEvidence.Measure([0.1f], Rate));
        Assert.Null(VoiceEvidence.Measure([], Rate));
    }
}
