using EmoHRNet.Audio.SpeechDetection;

namespace EmoHRNet.Audio.Tests.SpeechDetection;

/// <summary>The features of syllables, consonants and repetition, on sounds that have a known number of each.</summary>
public class StretchEvidenceTests
{
    private const int Rate = SpeechFrames.SampleRate;
    private const int Hop = SpeechFrames.Hop;

    [Fact]
    public void AddSyllables_EqualBursts_CountsThemAndFindsNoDifference()
    {
        Stretch stretch = Load(i => Burst(i, 25 * Hop, 12 * Hop) * Tone(i, 400), 100 * Hop);

        List<float> evidence = Syllables(stretch);

        Assert.Equal(4, evidence[0] * stretch.Count, 0.01f);
        Assert.Equal(Math.Log(25), evidence[1], 0.05);
        Assert.InRange(evidence[6], 0, 1);
    }

    [Fact]
    public void AddSyllables_TwoSpectraInTurn_DifferFromTheNextButNotFromTheNearest()
    {
        Stretch stretch = Load(i => Burst(i, 25 * Hop, 12 * Hop) * Tone(i, i / (25 * Hop) % 2 == 0 ? 400 : 2_500), 100 * Hop);

        List<float> evidence = Syllables(stretch);

        Assert.True(evidence[6] > 10);
        Assert.InRange(evidence[8], 0, 1);
    }

    [Fact]
    public void AddRepetition_BurstsEveryThirdOfASecond_FindsThePeriod()
    {
        Random random = new(1);
        Stretch stretch = Load(i => Burst(i, 20 * Hop, 5 * Hop) * ((2 * random.NextDouble()) - 1), 128 * Hop);

        List<float> evidence = Repetition(stretch);

        Assert.True(evidence[0] > 0.8);
        Assert.Contains((int)Math.Round(Math.Exp(evidence[1])), (int[])[10, 20, 30]); // every second frame
    }

    [Fact]
    public void AddRepetition_Noise_DoesNotRepeat()
    {
        Random random = new(2);

        List<float> evidence = Repetition(Load(_ => (2 * random.NextDouble()) - 1, 128 * Hop));

        Assert.InRange(evidence[0], 0, 0.35);
    }

    [Fact]
    public void AddConsonants_VowelsAndHissesInTurn_ChangeWithEach()
    {
        Random random = new(3);
        int part = 8 * Hop;
        Stretch stretch = Load(i => i / part % 2 == 0 ? Vowel(i) : 0.3 * ((2 * random.NextDouble()) - 1), 128 * Hop), vowel = Load(Vowel, 128 * Hop);

        List<float> both = [], one = [];
        ConsonantEvidence.AddConsonants(stretch, both);
        ConsonantEvidence.AddConsonants(vowel, one);

        Assert.InRange(both[4], 0.35, 0.65);
        Assert.InRange(both[5] * stretch.Count, 15, 40);
        Assert.True(both[2] > 10);
        Assert.Equal(0, one[4]);
        Assert.InRange(one[5], 0, 0.03);
    }

    private static List<float> Syllables(Stretch stretch)
    {
        List<float> evidence = [];
        new SyllableEvidence().AddSyllables(stretch, evidence);
        return evidence;
    }

    private static List<float> Repetition(Stretch stretch)
    {
        List<float> evidence = [];
        new RepetitionEvidence().AddRepetition(stretch, evidence);
        return evidence;
    }

    /// <summary>A raised cosine at the start of every period, 0 between.</summary>
    private static double Burst(int i, int period, int length) => i % period < length ? 0.5 - (0.5 * Math.Cos(2 * Math.PI * (i % period) / length)) : 0;

    private static double Tone(int i, double hertz) => Math.Sin(2 * Math.PI * hertz * i / Rate);

    private static double Vowel(int i) => Enumerable.Range(1, 8).Sum(k => Tone(i, 150 * k) / k) / 3;

    private static Stretch Load(Func<int, double> sample, int count)
    {
        SpeechFrames frames = new(Rate);
        frames.Append([.. Enumerable.Range(0, count).Select(i => (float)(0.3 * sample(i)))]);
        frames.Complete();
        Stretch stretch = new();
        stretch.Load(frames.Rows(0, Math.Min(frames.Count, SpeechEvidence.FullFrames)));
        return stretch;
    }
}
