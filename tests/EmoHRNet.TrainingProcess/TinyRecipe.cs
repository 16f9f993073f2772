using EmoHRNet.Audio.Augmentation;
using EmoHRNet.Audio.Features;
using EmoHRNet.Network;
using EmoHRNet.Training;

namespace EmoHRNet.TrainingProcess;

/// <summary>A recipe that learns the synthetic corpus in seconds and uses every source of randomness.</summary>
public static class TinyRecipe
{
    public static TrainingRecipe Create(int epochs = 6) => new()
    {
        Name = "tiny",
        Network = HRNetPresets.EmoHRNetSmall(3) with { Stages = [.. HRNetPresets.EmoHRNetSmall(3).Stages.Take(1)], Dropout = 0.1 },
        Features = new FeatureOptions { Mel = new MelSpectrogramOptions { BandCount = 32 } },
        WindowFrames = 32,
        Augmentation = new AugmentationOptions
        {
            SpecAugment = new SpecAugmentOptions { MaximumFrequencyMask = 3, MaximumTimeMask = 3 },
            Speed = new SpeedPerturbationOptions { Factors = [0.95, 1.0, 1.05] },
            Mixup = new MixupOptions { Alpha = 0.2 },
        },
        Training = new TrainingOptions
        {
            Epochs = epochs,
            BatchSize = 8,
            Optimizer = OptimizerKind.AdamW,
            LearningRate = 3e-3,
            Schedule = LearningRateSchedule.Cosine,
            WarmupEpochs = 1,
            LabelSmoothing = 0.05,
            WeightAveragingDecay = 0.9,
            Seed = 7,
        },
    };
}
