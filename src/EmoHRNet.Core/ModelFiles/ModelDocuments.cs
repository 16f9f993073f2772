using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Features.Articulation;
using EmoHRNet.Audio.Features.Prosody;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Transforms;
using EmoHRNet.Documents;
using EmoHRNet.Network;

namespace EmoHRNet.ModelFiles;

/// <summary>How a model description is written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ModelDescription))]
internal sealed partial class ModelDocuments : JsonSerializerContext
{
    /// <summary>Every enumeration of a description needs a line here; a test finds missing ones.</summary>
    public static JsonSerializerOptions Settings { get; } = DocumentJson.Strict(
        new ModelDocuments(),
        DocumentJson.Name<BlockKind>(),
        DocumentJson.Name<HeadKind>(),
        DocumentJson.Name<PoolingKind>(),
        DocumentJson.Name<ChannelMix>(),
        DocumentJson.Name<ResamplingQuality>(),
        DocumentJson.Name<GainNormalization>(),
        DocumentJson.Name<FeatureKind>(),
        DocumentJson.Name<FeatureNormalization>(),
        DocumentJson.Name<FilterNormalization>(),
        DocumentJson.Name<LogScale>(),
        DocumentJson.Name<MelScale>(),
        DocumentJson.Name<PaddingMode>(),
        DocumentJson.Name<WindowShape>());

    /// <summary>The defaults of properties missing from a description.</summary>
    public static JsonDefaults Defaults { get; } = new JsonDefaults(Settings)
        .Add(new ModelDescription { Labels = [], Network = new HRNetOptions(), WindowFrames = 1 })
        .Add(new ExtractorDescription { Name = "", SampleRate = 1, ChannelCount = 1, BandCount = 1, HopLength = 1 })
        .Add(new HeardSpeech())
        .Add(new HRNetOptions())
        .Add(new StemOptions())
        .Add(new ResidualStageOptions())
        .Add(new StageOptions())
        .Add(new FuseLayerOptions())
        .Add(new PreparationOptions())
        .Add(new SilenceTrimOptions())
        .Add(new FeatureOptions())
        .Add(new MelSpectrogramOptions())
        .Add(new MfccOptions())
        .Add(new ProsodyOptions())
        .Add(new ArticulationOptions());
}
