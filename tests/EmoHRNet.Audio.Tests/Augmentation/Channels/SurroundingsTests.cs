using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class SurroundingsTests
{
    [Fact]
    public void Apply_ManyDraws_PutsUpToThatMuchSilenceOnEachSide()
    {
        float[] samples = [.. Enumerable.Range(1, 100).Select(i => (float)i)];
        Surroundings surroundings = new(new SurroundingsOptions { MaximumSeconds = 2 });
        List<int> before = [];
        for (int seed = 0; seed < 200; seed++)
        {
            float[] result = surroundings.Apply(samples, 1000, new RandomSource(seed));
            int start = Array.IndexOf(result, 1f);
            Assert.Equal(samples, result[start..(start + 100)]);
            Assert.Equal(5050, result.Sum(), 1f);
            before.Add(start);
        }

        Assert.InRange(before.Max(), 1900, 2000);
        Assert.InRange(before.Average(), 850, 1150);
    }
}
