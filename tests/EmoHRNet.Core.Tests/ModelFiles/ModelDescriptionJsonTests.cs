using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.ModelFiles;

namespace EmoHRNet.Core.Tests.ModelFiles;

public class ModelDescriptionJsonTests
{
    [Fact]
    public void Write_Articulation_IsReadBack()
    {
        ModelDescription description = TestModel.Description with
        {
            Network = TestModel.Network with { InputChannels = 7 }, // log-mel, formants and five channels of the spectrum
            Features = new FeatureOptions { Articulation = new ArticulationOptions { Voice = false, MaxFormant = 5_000 } },
        };

        string json = ModelDescriptionJson.Write(description);

        Assert.Contains("\"maxFormant\"", json, StringComparison.Ordinal);
        Assert.Equal(description.Features, ModelDescriptionJson.Read(json, "test").Features);
    }
}
