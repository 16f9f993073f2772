using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Preparation;
using EmoHRNet.Network;

namespace EmoHRNet.Training;

/// <summary>Named recipes. Their number of classes is a placeholder: the training set determines it.</summary>
public static class TrainingRecipes
{
    private const int Placeholder = 8;

    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["small", "paper", "paper-small", "large"];

    /// <summary>
    /// A network of 1.4 million parameters that trains on a laptop and predicts in milliseconds: trimmed silence, 80 mel bands,
    /// AdamW with warm-up and cosine, label smoothing, speed perturbation, SpecAugment, averaged weights of the last epoch.
    /// </summary>
    public static TrainingRecipe Small { get; } = new()
    {
        Name = "small",
        Network = HRNetPresets.EmoHRNetSmall(Placeholder),
        Preparation = PreparationOptions.Speech with { Trim = new SilenceTrimOptions() },
        Features = new FeatureOptions { Mel = new MelSpectrogramOptions { BandCount = 80 } },
        WindowFrames = 144,
        Augmentation = new AugmentationOptions
        {
            Speed = new SpeedPerturbationOptions { Factors = [0.9, 1.0, 1.1] },
            TimeShift = null,
            SpecAugment = new SpecAugmentOptions { MaximumFrequencyMask = 10, MaximumTimeMask = 20 },
        },
        Training = new TrainingOptions
        {
            Epochs = 150,
            BatchSize = 32,
            Optimizer = OptimizerKind.AdamW,
            WeightDecay = 0.01,
            Schedule = LearningRateSchedule.Cosine,
            WarmupEpochs = 5,
            LabelSmoothing = 0.1,
            WeightAveragingDecay = 0.995,
            Selection = EpochSelection.Last,
        },
    };

    /// <summary>
    /// The paper's network and training settings (its section 3.4): Adam at 0.001, weight decay 1e-4, 100 epochs, batch 64, the best
    /// validation epoch, time shift, and SpecAugment with F and T from the training set. Widths and depths are not in the paper; see
    /// <see cref="HRNetPresets.EmoHRNetPaper"/>.
    /// </summary>
    public static TrainingRecipe Paper { get; } = new()
    {
        Name = "paper",
        Network = HRNetPresets.EmoHRNetPaper(Placeholder),
        RandomPlacement = false,
        MaskWidths = new MaskWidthOptions(),
    };

    /// <summary>The training of <see cref="Paper"/> with the network of <see cref="Small"/>, for a CPU.</summary>
    public static TrainingRecipe PaperSmall { get; } = Paper with
    {
        Name = "paper-small",
        Network = HRNetPresets.EmoHRNetSmall(Placeholder),
    };

    /// <summary>The large network for a GPU with the settings of <see cref="Small"/>, heavier masks and mixup.</summary>
    public static TrainingRecipe Large { get; } = Small with
    {
        Name = "large",
        Network = HRNetPresets.EmoHRNetLarge(Placeholder),
        Augmentation = Small.Augmentation with { Mixup = new MixupOptions { Alpha = 0.2 } },
        Training = Small.Training with { WeightDecay = 0.05 },
    };

    /// <summary>Creates a recipe by name.</summary>
    /// <exception cref="ArgumentException">There is no recipe with that name.</exception>
    public static TrainingRecipe Create(string name) => name switch
    {
        "small" => Small,
        "paper" => Paper,
        "paper-small" => PaperSmall,
        "large" => Large,
        _ => throw new ArgumentException($"'{name}' is not a recipe; expected one of {string.Join(", ", Names)}.", nameof(name)),
    };
}
