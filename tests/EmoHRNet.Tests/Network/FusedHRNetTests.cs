using EmoHRNet.Network;
using EmoHRNet.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class FusedHRNetTests
{
    public static TheoryData<string> Variants => ["small", "odd widths", "attention and squeeze", "reference", "wide fuse layer without residual"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Forward_FullPrecision_EqualsTheTrainingForm(string variant)
    {
        using HRNetModule network = Filled(Options(variant));
        using FusedHRNet fused = network.ToInference();
        using Tensor input = randn([3, 1, 63, 97], generator: new Generator(1));
        using Tensor expected = network.call(input);
        using Tensor actual = fused.call(input);
        using Tensor difference = (expected - actual).abs().max() / expected.abs().max();
        Assert.InRange(difference.item<float>(), 0, 1e-4);
        Assert.DoesNotContain(fused.state_dict().Keys, name => name.Contains("bn", StringComparison.Ordinal));
    }

    [Fact]
    public void Forward_BFloat16_GivesTheSameLabels()
    {
        using HRNetModule network = Filled(HRNetPresets.EmoHRNetSmall(8));
        using FusedHRNet full = network.ToInference();
        using FusedHRNet narrow = network.ToInference(InferencePrecision.BFloat16);
        using Tensor input = randn([4, 1, 64, 48], generator: new Generator(1));
        using Tensor logits = narrow.call(input);
        using Tensor expected = full.call(input);
        Assert.Equal(ScalarType.Float32, logits.dtype);
        Assert.Equal(Labels(expected), Labels(logits));
    }

    [Fact]
    public void Forward_OneByOneConvolutionAndNearestUpsampling_Commute()
    {
        int[] channels = [4, 8, 16];
        using var layer = new FuseLayer(new LayerFactory(CPU, null, folded: true), channels, width: 6, residual: false);
        using var scope = NewDisposeScope();
        using Generator generator = new(1);
        Tensor[] branches =
        [
            randn([2, 4, 13, 9], generator: generator),
            randn([2, 8, 7, 5], generator: generator),
            randn([2, 16, 4, 3], generator: generator),
        ];
        foreach (Convolution convolution in layer.Convolutions)
        {
            convolution.Weight.normal_(0, 0.3, generator);
            convolution.Bias?.zero_();
        }

        Tensor concatenated = cat([.. branches.Select(branch => nn.functional.interpolate(branch, [13, 9]))], 1);
        Tensor weight = cat([.. layer.Convolutions.Select(convolution => convolution.Weight)], 1);
        Tensor expected = nn.functional.conv2d(concatenated, weight).relu();
        Assert.True(layer.call(branches).allclose(expected, rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Train_InferenceForm_IsRefused()
    {
        using HRNetModule network = Filled(HRNetPresets.EmoHRNetSmall(4));
        using FusedHRNet fused = network.ToInference();
        Assert.Throws<InvalidOperationException>(() => fused.train());
        Assert.All(fused.parameters(), parameter => Assert.False(parameter.requires_grad));
    }

    [Fact]
    public void ToInference_MadeAndUsed_LeavesNoTensorBehind()
    {
        using HRNetModule network = Filled(HRNetPresets.EmoHRNetSmall(4));
        using Tensor input = randn([1, 1, 32, 32], generator: new Generator(1));
        using Tensor wrong = zeros(1, 2, 32, 32);
        long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        using (FusedHRNet fused = network.ToInference())
        {
            fused.call(input).Dispose();
            Assert.Throws<ArgumentException>(() => fused.call(wrong));
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    private static HRNetModule Filled(HRNetOptions options)
    {
        var network = new HRNetModule(options);
        NamedFill.Fill(network);
        network.eval();
        return network;
    }

    private static HRNetOptions Options(string variant) => variant switch
    {
        "odd widths" => new HRNetBuilder(5).WithStem(10, frameStride: 2).WithoutStages().AddStage([10, 18], 1).AddStage([12, 18, 40], 1, modules: 2).ToOptions(),
        "attention and squeeze" => new HRNetBuilder(HRNetPresets.EmoHRNetSmall(5)).WithAttentionPooling().WithSqueezeExcitation(4).ToOptions(),
        "reference" => HRNetPresets.W18SmallV1(classCount: 10, inputChannels: 1),
        "wide fuse layer without residual" => new HRNetBuilder(HRNetPresets.EmoHRNetSmall(5)).WithFuseLayer(96, residual: false).ToOptions(),
        _ => HRNetPresets.EmoHRNetSmall(8),
    };

    private static long[] Labels(Tensor logits) => logits.argmax(1).data<long>().ToArray();
}
