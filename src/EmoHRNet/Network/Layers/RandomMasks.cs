using EmoHRNet.Runtime;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>
/// The random numbers of a network's training: which features dropout hides and which blocks stochastic depth skips. A seeded network draws
/// from a generator of its own, so that nothing else in the process disturbs it; others draw from torch's global one.
/// </summary>
internal sealed class RandomMasks : IDisposable
{
    private Generator? _generator;

    /// <summary>Draws from a generator of this seed from now on.</summary>
    public void Seed(long seed, Device device)
    {
        Dispose();
        _generator = new Generator(unchecked((ulong)seed), device);
    }

    /// <summary>A mask of zeros and of values that keep the mean: 1 / <paramref name="keep"/> with that probability.</summary>
    public Tensor Draw(long[] shape, double keep, Tensor like)
    {
        Tensor mask = empty(shape, like.dtype, like.device);
        mask.bernoulli_(keep, _generator);
        return mask.DivideInPlace(keep);
    }

    public void Dispose()
    {
        _generator?.Dispose();
        _generator = null;
    }
}
