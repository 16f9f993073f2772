using EmoHRNet.Audio.Formats;

namespace EmoHRNet.Audio.Tests.Formats;

public class G711EncoderTests
{
    [Fact]
    public void Encode_ValueOfACode_GivesTheCodeBack()
    {
        for (int code = 0; code < 256; code++)
        {
            Assert.Equal(G711.ALaw[code], G711.ALaw[G711Encoder.ALaw(G711.ALaw[code])]);
            Assert.Equal(G711.MuLaw[code], G711.MuLaw[G711Encoder.MuLaw(G711.MuLaw[code])]);
        }
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(-0.3)]
    [InlineData(0.00001)]
    [InlineData(0.0123)]
    [InlineData(0.77)]
    [InlineData(5)]
    public void Encode_AnySample_TakesTheNearestValue(float sample)
    {
        Assert.Equal(G711.ALaw.Min(value => Math.Abs(value - sample)), Math.Abs(G711.ALaw[G711Encoder.ALaw(sample)] - sample), 1e-7f);
        Assert.Equal(G711.MuLaw.Min(value => Math.Abs(value - sample)), Math.Abs(G711.MuLaw[G711Encoder.MuLaw(sample)] - sample), 1e-7f);
    }
}
