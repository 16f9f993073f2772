using System.Globalization;
using System.Text.Json;
using EmoHRNet.Network;
using EmoHRNet.TestSupport;
using static TorchSharp.torch;

namespace EmoHRNet.Tests.Network;

public class HRNetReferenceTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData("w18-small-v1", 13_187_464)]
    [InlineData("w18-small-v2", 15_597_464)]
    [InlineData("w18", 21_299_004)]
    [InlineData("w30", 37_712_220)]
    [InlineData("w32", 41_232_680)]
    [InlineData("w40", 57_557_160)]
    [InlineData("w44", 67_064_984)]
    [InlineData("w48", 77_469_864)]
    [InlineData("w64", 128_059_944)]
    public void Parameters_PublishedVariant_AreAsManyAsPublished(string name, long count)
    {
        using var network = new HRNetModule(HRNetPresets.Create(name, 1000, 3), device: META);
        Assert.Equal(count, network.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData("w18_small_v1")]
    [InlineData("w18_small_v2")]
    [InlineData("w10_odd")]
    public void Forward_WeightsFilledByName_EqualsReference(string variant)
    {
        GoldenFile golden = Golden(variant);
        using HRNetModule network = Filled(variant);
        using var _ = no_grad();
        using Tensor input = NamedFill.Input(1, 3, 64, 96);
        Close(golden.Values("input"), input, "input");
        using Tensor logits = network.call(input);
        Close(golden.Values("logits"), logits, "logits");
    }

    [Theory]
    [InlineData("w18_small_v1")]
    [InlineData("w18_small_v2")]
    [InlineData("w10_odd")]
    public void StageOutputs_WeightsFilledByName_EqualReference(string variant)
    {
        GoldenFile golden = Golden(variant);
        using HRNetModule network = Filled(variant);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        IReadOnlyDictionary<int, IReadOnlyList<Tensor>> stages = network.StageOutputs(NamedFill.Input(1, 3, 64, 96));
        foreach (string name in golden.Names.Where(n => n.StartsWith("stage", StringComparison.Ordinal)))
        {
            int[] place = [.. name["stage".Length..].Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
            Tensor branch = stages[place[0]][place[1]];
            Assert.Equal(golden.Shape(name)[1..], branch.shape[2..]);
            Close(golden.Values(name), branch[0].narrow(0, 0, 4), name);
        }
    }

    [Fact]
    public void NamedParameters_PublishedVariant_HaveTheReferencesNames()
    {
        GoldenFile golden = Golden("w18_small_v2");
        string[] expected = JsonSerializer.Deserialize<string[]>(golden.Metadata["names"])!;
        using var network = new HRNetModule(HRNetPresets.W18SmallV2(), device: META);
        string[] names = [.. network.named_parameters().Select(p => p.name)];
        Assert.Equal(expected, names.Take(expected.Length));
        Assert.Contains("stage2.0.branches.0.0.conv1.weight", names);
        Assert.Contains("stage4.1.fuse_layers.3.0.2.1.bias", names);
        Assert.Contains("transition3.3.0.0.weight", names);
        Assert.Contains("incre_modules.3.0.downsample.1.weight", names);
        Assert.Contains("downsamp_modules.2.0.bias", names);
        Assert.Contains("final_layer.1.weight", names);
        Assert.Equal(["classifier.weight", "classifier.bias"], names[^2..]);
        Assert.All(network.state_dict().Keys, name => Assert.DoesNotContain("._", "." + name, StringComparison.Ordinal));
    }

    private static GoldenFile Golden(string variant)
    {
        string? path = SharedData.PathOrNull("goldens", $"hrnet_{variant}.safetensors");
        Assert.SkipWhen(path is null, "the reference outputs are not on this machine");
        return GoldenFile.Open(path);
    }

    private static HRNetModule Filled(string variant)
    {
        HRNetOptions options = variant switch
        {
            "w18_small_v1" => HRNetPresets.W18SmallV1(),
            "w18_small_v2" => HRNetPresets.W18SmallV2(),
            _ => new HRNetBuilder(HRNetPresets.W18SmallV1())
                .WithResidualStage(width: 16, blocks: 1).WithStages(baseWidth: 10, blocks: 1, 2, 1, 1).ToOptions(),
        };
        var network = new HRNetModule(options);
        NamedFill.Fill(network);
        network.eval();
        return network;
    }

    private static void Close(float[] expected, Tensor actual, string what)
    {
        float[] values = actual.contiguous().data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        double peak = expected.Max(Math.Abs);
        double worst = expected.Zip(values, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(worst <= Tolerance * peak, $"{what}: off by {worst / peak:E2} of the peak");
    }
}
