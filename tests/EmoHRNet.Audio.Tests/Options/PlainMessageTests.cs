using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Options;

public class PlainMessageTests
{
    [Fact]
    public void Of_ArgumentExceptions_IsWhatTheirThrowerWrote()
    {
        Assert.Equal("Sample 7 is NaN.", PlainMessage.Of(new ArgumentException("Sample 7 is NaN.", "mono")));
        Assert.Equal("Expected more. Actual value was 5.", PlainMessage.Of(new ArgumentOutOfRangeException("rate", 5, "Expected more.")));
        Assert.Equal("No name (Parameter 'x').", PlainMessage.Of(new ArgumentException("No name (Parameter 'x').")));
        Assert.Equal("Damaged.", PlainMessage.Of(new AudioFormatException("Damaged.")));
    }
}
