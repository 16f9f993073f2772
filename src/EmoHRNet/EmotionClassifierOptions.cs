using EmoHRNet.Audio.Options;
using EmoHRNet.Runtime;

namespace EmoHRNet;

/// <summary>How an <see cref="EmotionClassifier"/> runs, and how its predictions are made.</summary>
public sealed record EmotionClassifierOptions : ClassifierOptions
{
    /// <summary>Where the network runs: <c>auto</c> (CUDA when there is one, the default), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>The number type the network computes in. Default <see cref="InferencePrecision.Full"/>.</summary>
    public InferencePrecision Precision { get; init; } = InferencePrecision.Full;

    /// <summary>
    /// The threads that libtorch uses within one operation, 1 to 1,024; null (the default) leaves it as it is. libtorch has one
    /// such setting for the whole process: the last value set applies to every classifier.
    /// </summary>
    public int? Threads { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(TorchDevice.IsName(Device), nameof(Device), Device, TorchDevice.Names)
            .Defined(nameof(Precision), Precision)
            .Range(nameof(Threads), Threads ?? 1, 1, 1024);
        base.CollectProblems(problems);
    }
}
