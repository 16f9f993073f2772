using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Randomness;

public class RandomSourceTests
{
    [Theory]
    [InlineData(0, "b4f275cb365fec992a455649781f6ebfe0e633499d845f1a")]
    [InlineData(42, "16c72e0c2e0b78157e3a116d86d90461a199e439325317ae")]
    [InlineData(-1, "08ad7e2ad520558f2d80a1ca18a076c49e4660d2c031de81")]
    public void NextBytes_KnownSeed_EqualsTheReferenceAlgorithm(long seed, string expected)
    {
        var bytes = new byte[24];
        new RandomSource(seed).NextBytes(bytes);
        Assert.Equal(expected, Convert.ToHexStringLower(bytes));
    }

    [Theory]
    [InlineData(42, 3, 17, 0, 3500222349360619117)]
    [InlineData(42, 17, 3, 0, -1403376623624829309)]
    [InlineData(-1, 0, 0, 1, -6717605644337003480)]
    public void DeriveSeed_KnownNumbers_EqualsTheReferenceHash(long seed, int epoch, int index, int purpose, long expected) =>
        Assert.Equal(expected, RandomSource.DeriveSeed(seed, epoch, index, purpose));

    [Fact]
    public void DeriveSeed_ManyUtterancesAndEpochs_NeverCollides()
    {
        var seeds = new HashSet<long>();
        for (int epoch = 0; epoch < 100; epoch++)
        {
            for (int index = 0; index < 1000; index++)
            {
                Assert.True(seeds.Add(RandomSource.DeriveSeed(7, epoch, index)));
            }
        }
    }

    [Fact]
    public void Next_Bounded_IsUniform()
    {
        var counts = new int[7];
        var random = new RandomSource(1);
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.Next(3, 10) - 3]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void For_FirstDrawOfNeighbouringUtterances_IsUniform()
    {
        var counts = new int[10];
        for (int index = 0; index < 20_000; index++)
        {
            counts[(int)(RandomSource.For(1, 0, index).NextDouble() * 10)]++;
        }

        ChiSquareTest.AssertUniform(counts);
    }

    [Fact]
    public void NextSingle_ManyDraws_StaysBelowOne()
    {
        var random = new RandomSource(5);
        float[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextSingle())];
        Assert.InRange(values.Min(), 0f, 0.001f);
        Assert.InRange(values.Max(), 0.999f, MathF.BitDecrement(1));
    }

    [Fact]
    public void Next_EmptyRange_ReturnsItsStart()
    {
        var random = new RandomSource(5);
        Assert.Equal(0, random.Next(0));
        Assert.Equal(4, random.Next(4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(2, 1));
    }

    [Fact]
    public void NextInt64_WholeRange_ReachesBothSigns()
    {
        var random = new RandomSource(9);
        long[] values = [.. Enumerable.Range(0, 64).Select(_ => random.NextInt64(long.MinValue, long.MaxValue))];
        Assert.Contains(values, v => v < long.MinValue / 2);
        Assert.Contains(values, v => v > long.MaxValue / 2);
    }
}
