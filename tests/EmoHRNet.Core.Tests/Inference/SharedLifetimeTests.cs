using EmoHRNet.Inference;

namespace EmoHRNet.Core.Tests.Inference;

public class SharedLifetimeTests
{
    [Fact]
    public void Dispose_WhileUsed_ReleasesWhenTheLastUseEnds()
    {
        int released = 0;
        SharedLifetime lifetime = new("thing", () => released++);
        SharedLifetime.Use first = lifetime.Enter();
        SharedLifetime.Use second = lifetime.Enter();
        lifetime.Dispose();
        lifetime.Dispose();
        first.Dispose();
        Assert.Equal(0, released);
        Assert.Throws<ObjectDisposedException>(() => lifetime.Enter());
        second.Dispose();
        Assert.Equal(1, released);
    }

    [Fact]
    public void Dispose_NotUsed_ReleasesOnce()
    {
        int released = 0;
        SharedLifetime lifetime = new("thing", () => released++);
        lifetime.Enter().Dispose();
        Assert.Equal(0, released);
        lifetime.Dispose();
        lifetime.Dispose();
        Assert.Equal(1, released);
    }
}
