using System.Globalization;
using EmoHRNet.Network;
using EmoHRNet.Network.Summary;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class HRNetSummaryTests
{
    public static TheoryData<string> Presets => [.. HRNetPresets.Names];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Create_EveryPreset_CountsItsParametersWithoutAllocating(string preset)
    {
        HRNetOptions options = HRNetPresets.Create(preset, 8);
        using var network = new HRNetModule(options, device: META);
        using Tensor input = empty([2, 1, 65, 143], device: META);
        using Tensor logits = network.call(input);
        Assert.Equal([2, 8], logits.shape);
        Assert.All(network.parameters(), parameter => Assert.True(parameter.is_meta));
        HRNetSummary summary = HRNetSummary.Create(options, 65, 143);
        Assert.Equal(network.parameters().Sum(parameter => parameter.numel()), summary.ParameterCount);
        Assert.Equal(summary.ParameterCount, summary.Parts().Sum(part => part.ParameterCount));
        Assert.Equal([8], summary.Layers[^1].OutputShape);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void ParameterCount_EveryPreset_IsTheOneOnThePageAboutChoosing(string preset)
    {
        string row = File.ReadLines(NetworkPage.PathOf("choosing.md")).Single(line => line.StartsWith('|') && line.Contains($"`{preset}`", StringComparison.Ordinal));
        long[] counts = [.. row.Split('|')[2].Split("to").Select(count => long.Parse(count.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

        Assert.InRange(HRNetSummary.Create(HRNetPresets.Create(preset, 8), 64, 144).ParameterCount, counts[0], counts[^1]);
    }

    [Fact]
    public void Create_OneBlock_CountsMultiplyAddsByHand()
    {
        HRNetOptions options = new HRNetBuilder(4).WithStem(8, bandStride: 2).WithoutStages().AddStage([8], blocks: 1).ToOptions();
        HRNetSummary summary = HRNetSummary.Create(options, bands: 10, frames: 6);
        const long Positions = 5 * 6;
        long expected = Positions * ((9 * 1 * 8) + (2 * 9 * 8 * 8) + (8 * 8)) + (8 * 4);
        Assert.Equal(expected, summary.MultiplyAdds);
        Assert.Equal("8×5×6", summary.Layers[0].ShapeText);
    }

    [Fact]
    public void Create_W18_HasThePublishedCost()
    {
        // 4.3 GMACs at 224×224 (HRNet-Image-Classification, README).
        HRNetSummary summary = HRNetSummary.Create(HRNetPresets.W18(), 224, 224);
        Assert.InRange(summary.MultiplyAdds / 1e9, 4.2, 4.4);
    }

    [Fact]
    public void ToString_SmallPreset_EndsWithTotals()
    {
        HRNetSummary summary = HRNetSummary.Create(HRNetPresets.EmoHRNetSmall(8), 64, 144);
        string[] lines = summary.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("conv1", lines[1], StringComparison.Ordinal);
        Assert.Contains("16×32×72", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("total", lines[^1], StringComparison.Ordinal);
        Assert.Contains("for 1×64×144", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("quick")]
    [InlineData("paper")]
    [InlineData("w18-small-v2")]
    public void ToMermaid_CommittedPicture_IsTheGeneratedOne(string preset)
    {
        HRNetSummary summary = HRNetSummary.Create(HRNetPresets.Create(preset, 8), 64, 144);
        string generated = $"```mermaid\n{summary.ToMermaid()}```\n\n```text\n{summary}```\n";
        Assert.Equal(generated, NetworkPage.Section(preset, generated));
    }
}
