using System.Text.Json;
using EmoHRNet.Audio.Options;
using EmoHRNet.Network;

namespace EmoHRNet.Core.Tests.Network;

public class HRNetOptionsTests
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Presets => [.. HRNetPresets.Names];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Json_EveryPreset_RoundTrips(string preset)
    {
        HRNetOptions options = HRNetPresets.Create(preset, 7, 2) with { Dropout = 0.25, SqueezeExcitationReduction = 8 };
        string json = JsonSerializer.Serialize(options, CamelCase);
        HRNetOptions read = JsonSerializer.Deserialize<HRNetOptions>(json, CamelCase)!;
        Assert.Equal(options, read);
        Assert.Equal(options.GetHashCode(), read.GetHashCode());
        Assert.Contains("\"pooling\":\"Average\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_OneWidthDiffers_IsFalse()
    {
        HRNetOptions options = HRNetPresets.EmoHRNetSmall(8);
        HRNetOptions other = options with { Stages = [.. options.Stages.Take(2), options.Stages[2] with { Widths = [16, 32, 64, 112] }] };
        Assert.NotEqual(options, other);
    }

    [Fact]
    public void Validate_SeveralProblems_NamesAllOfThem()
    {
        var options = new HRNetOptions
        {
            ClassCount = 1,
            InputChannels = 0,
            Stem = new StemOptions { Width = 0, BandStride = 5 },
            Stages = [new StageOptions { Widths = [16, 32, 64], BlockCount = 0 }, new StageOptions { Widths = [16, -1] }],
            FuseLayer = new FuseLayerOptions { Width = 8 },
            Dropout = double.NaN,
            StochasticDepth = 1,
            Pooling = (PoolingKind)9,
        };
        var exception = Assert.Throws<InvalidOptionsException>(options.Validate);
        Assert.Equal(
            [
                "ClassCount", "InputChannels", "Pooling", "Dropout", "StochasticDepth", "Stem.Width", "Stem.BandStride",
                "Stages[0].BlockCount", "Stages[1].Widths[1]", "Stages[1].Widths", "FuseLayer.Width",
            ],
            exception.Problems.Select(problem => problem.Name));
    }

    [Fact]
    public void Validate_ClassificationHeadOnThreeBranches_IsRefused()
    {
        HRNetOptions options = HRNetPresets.W18() with { Stages = [.. HRNetPresets.W18().Stages.Take(2)] };
        Assert.Contains("4 branches", Assert.Throws<InvalidOptionsException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_NullsFromJson_AreNamed()
    {
        HRNetOptions options = JsonSerializer.Deserialize<HRNetOptions>("{\"stem\":null,\"stages\":[null,{\"widths\":null}],\"fuseLayer\":null}", CamelCase)!;
        var exception = Assert.Throws<InvalidOptionsException>(options.Validate);
        Assert.Equal(["Stem", "FuseLayer", "Stages[0]", "Stages[1].Widths"], exception.Problems.Select(problem => problem.Name));
    }
}
