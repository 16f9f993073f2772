using EmoHRNet.Network;

namespace EmoHRNet.Core.Tests.Network;

public class PoolingKindsTests
{
    [Fact]
    public void OutputWidth_EveryKind_IsStated() =>
        Assert.All(Enum.GetValues<PoolingKind>(), kind => Assert.Equal(48, kind.OutputWidth(48)));

    [Fact]
    public void OutputWidth_UnknownKindOrNoChannels_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((PoolingKind)9).OutputWidth(48));
        Assert.Throws<ArgumentOutOfRangeException>(() => PoolingKind.Average.OutputWidth(0));
    }
}
