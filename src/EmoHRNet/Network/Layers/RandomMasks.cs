using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// The random numbers of dropout and stochastic depth. A seeded network draws
/// from its own generator, which nothing else in the process uses; others draw from torch's global one.
/// </summary>
/// <remarks>Masks are drawn on the CPU, also for a network on a GPU: TorchSharp has no generators of other devices, and a seed gives the same masks everywhere.</remarks>
internal sealed class RandomMasks : IDisposable
{
    private Generator? _generator;

    /// <summary>Continues with a generator of this seed.</summary>
    public void Seed(long seed)
    {
        Dispose();
        _generator = new Generator(unchecked((ulong)seed), CPU);
    }

    /// <summary>A mask that keeps the mean: 1 / <paramref name="keep"/> with probability <paramref name="keep"/>, otherwise 0.</summary>
    public Tensor Draw(long[] shape, double keep, Tensor like)
    {
        Tensor mask = empty(shape, like.dtype, CPU);
        mask.bernoulli_(keep, _generator);
        return mask.DivideInPlace(keep).MoveFromCpu(like.device);
    }

    public void Dispose()
    {
        _generator?.Dispose();
        _generator = null;
    }
}
