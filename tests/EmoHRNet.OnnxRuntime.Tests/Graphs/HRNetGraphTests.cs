using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.Tests.Network;
using static TorchSharp.torch;

namespace EmoHRNet.OnnxRuntime.Tests.Graphs;

public class HRNetGraphTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Presets => [.. HRNetPresets.Names.TakeWhile(name => name != "w40")];

    public static TheoryData<string> Variants =>
    [
        "odd widths", "attention and squeeze", "attention in the reference", "bottlenecks", "wide fuse layer", "fuse layer without residual",
        "one branch", "six branches", "new branches by two steps", "stem strides",
    ];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Write_Preset_EqualsTheModule(string name) => EqualsTheModule(HRNetPresets.Create(name, 7, 1), 33, 47);

    [Theory]
    [MemberData(nameof(Variants))]
    public void Write_EveryOption_EqualsTheModule(string variant) => EqualsTheModule(Options(variant), 40, 56);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 17)]
    [InlineData(2, 3)]
    [InlineData(64, 96)]
    [InlineData(61, 83)]
    [InlineData(122, 110)]
    [InlineData(244, 5)]
    public void Write_AnySize_EqualsTheModule(int bands, int frames) => EqualsTheModule(HRNetPresets.EmoHRNetSmall(5), bands, frames);

    [Fact]
    public void Write_SizesWherePyTorchRoundsDown_EqualsTheModule() =>
        EqualsTheModule(new HRNetBuilder(3).WithStem(4).WithoutStages().AddStage([4, 4, 4, 4], 1).ToOptions(), 122, 366);

    private static void EqualsTheModule(HRNetOptions options, int bands, int frames)
    {
        using HRNetModule module = new(options);
        NamedFill.Fill(module);
        module.eval();
        using var _ = no_grad();
        using Tensor input = NamedFill.Input(2, options.InputChannels, bands, frames);
        using Tensor expected = module.call(input);
        float[] windows = input.data<float>().ToArray();
        IReadOnlyDictionary<string, StoredTensor> tensors = ModuleWeights.Of(module);
        foreach (MapSize? size in (MapSize?[])[new MapSize(bands, frames), null])
        {
            float[] logits = GraphRun.Logits(HRNetGraph.Write(options, tensors, "the module", size), windows, input.shape);
            Close(expected.data<float>().ToArray(), logits, size is null ? "open size" : "fixed size");
        }
    }

    private static void Close(float[] expected, float[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        double worst = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() / expected.Max(Math.Abs);
        Assert.True(worst <= Tolerance, $"{what}: off by {worst:E2} of the peak");
    }

    private static HRNetOptions Options(string variant) => variant switch
    {
        "odd widths" => new HRNetBuilder(5).WithStem(10, frameStride: 2).WithoutStages()
            .AddStage([10, 18], 1).AddStage([12, 18, 40], 1, modules: 2).ToOptions(),
        "attention and squeeze" => new HRNetBuilder(HRNetPresets.EmoHRNetSmall(5)).WithAttentionPooling().WithSqueezeExcitation(4).ToOptions(),
        "attention in the reference" => HRNetPresets.W18SmallV1(5, 2) with { Pooling = PoolingKind.Attention, SqueezeExcitationReduction = 64 },
        "bottlenecks" => HRNetPresets.EmoHRNetSmall(5) with
        {
            ResidualStage = new ResidualStageOptions { Block = BlockKind.Basic, Width = 16, BlockCount = 2 },
            Stages = [new StageOptions { Widths = [4, 6], BlockCount = 2, Block = BlockKind.Bottleneck }],
        },
        "wide fuse layer" => new HRNetBuilder(HRNetPresets.EmoHRNetSmall(5)).WithFuseLayer(96).ToOptions(),
        "fuse layer without residual" => new HRNetBuilder(HRNetPresets.EmoHRNetSmall(5)).WithFuseLayer(8, residual: false).ToOptions(),
        "one branch" => new HRNetBuilder(5).WithStem(8).WithoutStages().AddStage([8], 1).ToOptions(),
        "six branches" => new HRNetBuilder(5).WithStem(4).WithoutStages().AddStage([4, 4, 4, 4, 4, 4], 1).ToOptions(),
        "new branches by two steps" => new HRNetBuilder(5).WithStem(4).WithoutStages().AddStage([4], 1).AddStage([4, 6, 8, 10], 1).ToOptions(),
        "stem strides" => HRNetPresets.EmoHRNetQuick(5) with { Stem = new StemOptions { Width = 8, BandStride = 3, FrameStride = 1 } },
        _ => throw new ArgumentOutOfRangeException(nameof(variant), variant, "Expected one of the variants."),
    };
}
