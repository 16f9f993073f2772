using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Augmentation.World;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Options;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Audio.Storage;
using EmoHRNet.Network;

namespace EmoHRNet.Training;

/// <summary>Everything that the result of a training run depends on, apart from the data. It round-trips through JSON and is part of every report.</summary>
public sealed record TrainingRecipe
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Unknown members are errors: a misspelled option would otherwise be ignored.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The name of the recipe in reports.</summary>
    public string Name { get; init; } = "custom";

    /// <summary>The network; the number of classes is set by the training set, the input channels by the features.</summary>
    public required HRNetOptions Network { get; init; }

    /// <summary>
    /// A safetensors file whose weights training starts from instead of new ones: a model of this library with the same network, or
    /// published HRNet weights. The last layer is new if the number of classes differs. Null, the default, starts from new weights.
    /// </summary>
    public string? InitialWeights { get; init; }

    /// <summary>The stages, from the first, that keep <see cref="InitialWeights"/>: see <see cref="HRNetModule.FreezeThrough"/>. Default 0.</summary>
    public int FrozenStages { get; init; }

    /// <summary>
    /// From a recording to the samples that features are extracted from. Default: <see cref="PreparationOptions.Speech"/>, which makes
    /// answers independent of the level; start from it with <c>PreparationOptions.Speech with { … }</c>.
    /// </summary>
    public PreparationOptions Preparation { get; init; } = PreparationOptions.Speech;

    /// <summary>
    /// From samples to the network's input. <see cref="FeatureNormalization.Corpus"/> without statistics uses the training set's.
    /// </summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>The frames of one network input, 8 to 100,000: shorter utterances are padded, longer ones are cut.</summary>
    public int WindowFrames { get; init; } = 144;

    /// <summary>
    /// Whether an utterance is placed at random inside the window, or a random part of a longer one is taken, instead of the middle.
    /// It shifts utterances in time without losing any of them.
    /// </summary>
    public bool RandomPlacement { get; init; } = true;

    /// <summary>The augmentation of training utterances. Validation and test utterances are never changed.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>
    /// Simulated rooms, noise, microphones and telephone lines, after the changes of samples in <see cref="Augmentation"/> and
    /// before <see cref="Preparation"/>; null, the default, is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorldOptions? World { get; init; }

    /// <summary>
    /// How the maximum mask widths of <see cref="AugmentationOptions.SpecAugment"/> are derived from the training set, as in the paper: F from the
    /// spread of its pitch, T from the durations of its utterances (<see cref="Audio.Augmentation.MaskWidths"/>). The trainer measures them
    /// and trains with them. Null, the default, takes the widths of the options.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MaskWidthOptions? MaskWidths { get; init; }

    /// <summary>How the network is optimized.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>The teachers it learns from in addition to the labels; null, the default, for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DistillationOptions? Distillation { get; init; }

    /// <summary>Auxiliary tasks that the network learns in addition to emotions; none by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AuxiliaryTask>? AuxiliaryTasks { get; init; }

    /// <summary>Reads a recipe in the format of <see cref="ToJson"/>; omitted options have their defaults.</summary>
    /// <exception cref="ArgumentException">The text is not JSON or not a recipe, or has an option that does not exist.</exception>
    public static TrainingRecipe FromJson(string json) => Parse(json, "The recipe cannot be read.");

    /// <summary>The recipe as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a recipe from a JSON file.</summary>
    /// <exception cref="ArgumentException">The file does not hold a recipe; the message names the file.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static TrainingRecipe Load(string path) => Parse(File.ReadAllText(path), $"'{path}' holds no recipe.");

    /// <summary>Writes the recipe as a JSON file, atomically.</summary>
    /// <exception cref="IOException">The folder does not exist, or the file cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson() + "\n")));

    /// <summary>Checks every option of every part.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; all of them are named.</exception>
    public void Validate()
    {
        var problems = new OptionProblems();
        problems
            .Nested(nameof(Network), Network.CollectProblems)
            .Range(nameof(FrozenStages), FrozenStages, 0, Network.Stages.Count + 1)
            .Require(FrozenStages == 0 || InitialWeights is not null, nameof(FrozenStages), FrozenStages, $"0 without {nameof(InitialWeights)}: new weights must learn")
            .Nested(nameof(Preparation), Preparation.CollectProblems)
            .Nested(nameof(Features), (CorpusStatistics.AreMissing(Features) ? CorpusStatistics.WithoutStatistics(Features) : Features).CollectProblems)
            .Range(nameof(WindowFrames), WindowFrames, 8, 100_000)
            .Nested(nameof(Augmentation), Augmentation.CollectProblems)
            .Nested(nameof(Training), Training.CollectProblems);
        if (MaskWidths is not null)
        {
            problems.Nested(nameof(MaskWidths), MaskWidths.CollectProblems)
                .Require(Augmentation.SpecAugment is not null, nameof(MaskWidths), MaskWidths, $"null without {nameof(AugmentationOptions.SpecAugment)}: there is nothing to measure for");
        }

        if (World is not null)
        {
            problems.Nested(nameof(World), World.CollectProblems);
        }

        if (Distillation is not null)
        {
            problems.Nested(nameof(Distillation), Distillation.CollectProblems);
        }

        for (int i = 0; i < AuxiliaryTasks?.Count; i++)
        {
            problems.Nested($"{nameof(AuxiliaryTasks)}[{i}]", AuxiliaryTasks[i].CollectProblems);
        }

        problems.ThrowIfAny(nameof(TrainingRecipe));
    }

    private static TrainingRecipe Parse(string json, string problem)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingRecipe>(json, Json) ?? throw new ArgumentException($"{problem} Found null; expected a recipe.");
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"{problem} {e.Message}", e);
        }
    }
}
