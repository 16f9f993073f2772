using EmoHRNet.Audio.Options;
using EmoHRNet.OnnxRuntime.Runtime;

namespace EmoHRNet.OnnxRuntime;

/// <summary>How an <see cref="OnnxEmotionClassifier"/> runs, and how its answers are given.</summary>
public sealed record OnnxEmotionClassifierOptions : ClassifierOptions
{
    /// <summary>
    /// What computes: <c>cpu</c> (the default), <c>cuda</c>, <c>cuda:1</c>, <c>directml</c>, <c>coreml</c>, or the name of another execution
    /// provider as ONNX Runtime spells it, such as <c>OpenVINO</c>. All but <c>cpu</c> need an ONNX Runtime package that has it.
    /// </summary>
    public string ExecutionProvider { get; init; } = "cpu";

    /// <summary>The threads that one call of the network uses, 1 to 1,024; null (the default) is one for each physical core.</summary>
    public int? Threads { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Require(ExecutionProviderName.IsValid(ExecutionProvider), nameof(ExecutionProvider), ExecutionProvider, ExecutionProviderName.Expected)
            .Range(nameof(Threads), Threads ?? 1, 1, 1024);
        base.CollectProblems(problems);
    }
}
