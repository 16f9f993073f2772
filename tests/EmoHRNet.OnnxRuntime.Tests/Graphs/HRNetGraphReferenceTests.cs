using EmoHRNet.Network;
using EmoHRNet.OnnxRuntime.Graphs;
using EmoHRNet.Tests.Network;
using EmoHRNet.TestSupport;

namespace EmoHRNet.OnnxRuntime.Tests.Graphs;

public class HRNetGraphReferenceTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("w18_small_v1")]
    [InlineData("w18_small_v2")]
    [InlineData("w10_odd")]
    public void Logits_WeightsFilledByName_EqualReference(string variant)
    {
        string? path = SharedData.PathOrNull("goldens", $"hrnet_{variant}.safetensors");
        Assert.SkipWhen(path is null, "the reference outputs are not on this machine");
        GoldenFile golden = GoldenFile.Open(path);
        HRNetOptions options = Options(variant);
        using HRNetModule names = new(options);
        NamedFill.Fill(names);
        float[] expected = golden.Values("logits");
        foreach (MapSize? size in (MapSize?[])[new MapSize(64, 96), null])
        {
            float[] logits = GraphRun.Logits(
                HRNetGraph.Write(options, ModuleWeights.Of(names), variant, size), golden.Values("input"), golden.Shape("input"));
            double worst = expected.Zip(logits, (a, b) => Math.Abs(a - b)).Max() / expected.Max(Math.Abs);
            Assert.Equal(expected.Length, logits.Length);
            Assert.True(worst <= Tolerance, $"off by {worst:E2} of the peak");
        }
    }

    private static HRNetOptions Options(string variant) => variant switch
    {
        "w18_small_v1" => HRNetPresets.W18SmallV1(),
        "w18_small_v2" => HRNetPresets.W18SmallV2(),
        _ => new HRNetBuilder(HRNetPresets.W18SmallV1())
            .WithResidualStage(width: 16, blocks: 1).WithStages(baseWidth: 10, blocks: 1, 2, 1, 1).ToOptions(),
    };
}
