using EmoHRNet.Audio.Features;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;

namespace EmoHRNet.Core.Tests;

/// <summary>A small network and a description that fits it.</summary>
internal static partial class TestModel
{
    public static readonly string[] Labels = ["neutral", "happy", "sad", "angry"];

    public static HRNetOptions Network { get; } = new()
    {
        ClassCount = Labels.Length,
        Stem = new StemOptions { Width = 16, BandStride = 2, FrameStride = 2 },
        Stages = [new StageOptions { Widths = [16, 32], BlockCount = 1 }],
    };

    public static ModelDescription Description { get; } = new()
    {
        Labels = Labels,
        Network = Network,
        Features = new FeatureOptions { Mel = new MelSpectrogramOptions { BandCount = 32 } },
        WindowFrames = 48,
        Temperature = 1.5,
        License = "test license",
        Provenance = new Dictionary<string, string> { ["corpus"] = "none" },
        HeldOut = new HeldOutResult { Protocol = "none", ClipCount = 1, Accuracy = 0.25, UnweightedAccuracy = 0.5 },
    };
}
