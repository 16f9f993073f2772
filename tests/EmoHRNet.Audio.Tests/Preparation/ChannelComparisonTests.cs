using EmoHRNet.Audio.Preparation;

namespace EmoHRNet.Audio.Tests.Preparation;

public class ChannelComparisonTests
{
    private static readonly float[] First = Noise(1);
    private static readonly float[] Second = Noise(2);

    [Fact]
    public void Channels_Alike_AreNeitherOppositeNorDifferent() => Check(false, false, First, First, [.. First.Select(s => s / 2)]);

    [Fact]
    public void Channels_OneTurnedOver_AreOpposite() => Check(true, false, First, [.. First.Select(s => -0.8f * s)]);

    [Fact]
    public void Channels_TurnedOverWithOffsets_AreOpposite() => Check(true, false, [.. First.Select(s => s + 0.3f)], [.. First.Select(s => 0.3f - s)]);

    [Fact]
    public void Channels_Unrelated_AreDifferent() => Check(false, true, First, Second);

    [Fact]
    public void Channels_SpeakersInTurn_AreDifferent() =>
        Check(false, true, [.. First, .. new float[8_000]], [.. new float[8_000], .. Second.Select(s => s / 10)]);

    [Fact]
    public void Channels_OneSilent_AreNotDifferent() => Check(false, false, First, new float[8_000]);

    [Fact]
    public void Channels_OneNothingButAnOffset_AreNotDifferent() => Check(false, false, First, [.. Enumerable.Repeat(0.1f, 8_000)]);

    [Fact]
    public void Channels_Silent_SayNothing() => Check(false, false, new float[100], new float[100]);

    [Fact]
    public void Channels_NoSamples_SayNothing() => Check(false, false, [], []);

    [Fact]
    public void Channels_Mono_SayNothing() => Check(false, false, First);

    [Fact]
    public void Add_OtherChannels_Throws()
    {
        ChannelComparison comparison = new();
        comparison.Add(new Waveform(16_000, First, Second));

        Assert.Throws<ArgumentException>(() => comparison.Add(new Waveform(16_000, new float[1][] { First })));
    }

    [Fact]
    public void Loudest_IsTheChannelWithTheMostPower()
    {
        ChannelComparison comparison = new();
        comparison.Add(new Waveform(16_000, [.. First.Select(s => s / 2)], [.. First.Select(s => -s)], [.. Enumerable.Repeat(1f, 8_000)]));

        Assert.Equal(1, comparison.Loudest);
    }

    private static void Check(bool opposite, bool different, params float[][] channels)
    {
        ChannelComparison whole = new();
        whole.Add(new Waveform(16_000, channels));
        ChannelComparison blocks = new();
        int half = channels[0].Length / 3;
        blocks.Add(new Waveform(16_000, [.. channels.Select(c => c[..half])]));
        blocks.Add(new Waveform(16_000, [.. channels.Select(c => c[half..])]));

        Assert.Equal((opposite, different), (whole.AreOpposite, whole.AreDifferent));
        Assert.Equal((opposite, different), (blocks.AreOpposite, blocks.AreDifferent));
    }

    private static float[] Noise(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 8_000).Select(_ => random.NextSingle() - 0.5f)];
    }
}
