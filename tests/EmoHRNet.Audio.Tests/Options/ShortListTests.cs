using EmoHRNet.Audio.Options;

namespace EmoHRNet.Audio.Tests.Options;

public class ShortListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b c d e", "a, b, c, d, e")]
    [InlineData("a b c d e f g", "a, b, c, d, e and 2 more")]
    public void Of_Entries_ShowsFiveAndCountsTheOthers(string entries, string expected) =>
        Assert.Equal(expected, ShortList.Of(entries.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
