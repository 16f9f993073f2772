using EmoHRNet.Network;
using EmoHRNet.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class GlobalPoolingTests
{
    [Theory]
    [InlineData(64)]
    [InlineData(512)]
    public void Attention_NewWeights_CountAllFramesNearlyAlike(int channels)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(5);
        LayerFactory factory = new(CPU, generator, folded: false);
        using GlobalPooling attention = new(factory, PoolingKind.Attention, channels);
        using GlobalPooling average = new(factory, PoolingKind.Average, channels);

        // Maps after a ReLU. Saturated attention would pick one frame of 40 and be off by about one standard deviation.
        Tensor map = randn([4, channels, 6, 40], generator: generator).relu();
        float[] difference = (attention.call(map) - average.call(map)).abs().data<float>().ToArray();

        Assert.True(difference.Average() < 0.02, $"The mean difference from the average is {difference.Average()}.");
        Assert.True(difference.Max() > 0);
    }

    [Theory]
    [InlineData(PoolingKind.Average)]
    [InlineData(PoolingKind.Attention)]
    public void Forward_EveryKind_HasTheWidthItStates(PoolingKind kind)
    {
        using DisposeScope scope = NewDisposeScope();
        using GlobalPooling pooling = new(new LayerFactory(CPU, null, folded: false), kind, 24);

        Assert.Equal([2, kind.OutputWidth(24)], pooling.call(ones(2, 24, 5, 7)).shape);
    }

    [Fact]
    public void Constructor_UnknownKind_IsRefused()
    {
        LayerFactory factory = new(CPU, null, folded: false);

        Assert.Throws<ArgumentOutOfRangeException>(() => new GlobalPooling(factory, (PoolingKind)9, 16));
    }
}
