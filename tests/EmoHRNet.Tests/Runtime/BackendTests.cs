using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Runtime;

public class BackendTests
{
    [Fact]
    public void EnsureLoaded_WithBackend_Returns() => Backend.EnsureLoaded();

    [Fact]
    public void LibTorch_PlainTestRun_LoadsAndComputes()
    {
        using Tensor sum = ones(2, 3).sum();
        Assert.Equal(6f, sum.item<float>());
    }
}
