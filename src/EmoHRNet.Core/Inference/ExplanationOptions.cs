using EmoHRNet.Audio.Options;

namespace EmoHRNet;

/// <summary>The patches that are hidden one after another to find the regions that a prediction depends on.</summary>
public sealed record ExplanationOptions
{
    /// <summary>The bands of a patch, 1 to 1,024. Default 8. Smaller patches show finer regions and take longer.</summary>
    public int PatchBands { get; init; } = 8;

    /// <summary>The frames of a patch, 1 to 10,000. Default 12.</summary>
    public int PatchFrames { get; init; } = 12;

    /// <summary>The step between patches as a share of the patch, 0.1 to 1. Default 0.5: neighbors overlap by half.</summary>
    public double Step { get; init; } = 0.5;

    /// <summary>Checks every option.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        problems.Range(nameof(PatchBands), PatchBands, 1, 1024)
            .Range(nameof(PatchFrames), PatchFrames, 1, 10_000)
            .Range(nameof(Step), Step, 0.1, 1)
            .ThrowIfAny(nameof(ExplanationOptions));
    }
}
