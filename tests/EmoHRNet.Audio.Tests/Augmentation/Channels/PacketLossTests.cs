using EmoHRNet.Audio.Augmentation.Channels;
using EmoHRNet.Audio.Randomness;

namespace EmoHRNet.Audio.Tests.Augmentation.Channels;

public class PacketLossTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void Draw_ManyPackets_LosesTheShareInBurstsOfTwo(double share)
    {
        bool[] lost = PacketLoss.Draw(200_000, share, new RandomSource(1));

        Assert.Equal(share, lost.Average(each => each ? 1.0 : 0), 0.01);
        int bursts = lost.Where((each, i) => each && (i == 0 || !lost[i - 1])).Count();
        Assert.True(bursts == 0 || Math.Abs(((double)lost.Count(each => each) / bursts) - 2) < 0.1);
    }

    [Fact]
    public void Apply_ConstantLine_FallsByHalfForEveryPacketInARow()
    {
        float[] line = [.. Enumerable.Repeat(1f, 160 * 500)];
        PacketLoss.Apply(line, 8000, 0.2, new RandomSource(2));

        float[] packets = [.. line.Chunk(160).Select(packet => { Assert.Single(packet.Distinct()); return packet[0]; })];
        for (int i = 1; i < packets.Length; i++)
        {
            Assert.True(packets[i] == 1 || packets[i] == packets[i - 1] / 2);
        }

        Assert.Contains(0.5f, packets);
        Assert.Contains(0.25f, packets);
    }
}
