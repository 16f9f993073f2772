using EmoHRNet.Audio.Options;
using EmoHRNet.OnnxRuntime.Runtime;

namespace EmoHRNet.OnnxRuntime;

/// <summary>How an <see cref="OnnxEmotionClassifier"/> runs and predicts.</summary>
public sealed record OnnxEmotionClassifierOptions : ClassifierOptions
{
    /// <summary>
    /// The execution provider: <c>cpu</c> (the default), <c>cuda</c>, <c>cuda:1</c>, <c>directml</c>, <c>coreml</c>, or the name of another
    /// execution provider as ONNX Runtime spells it, such as <c>OpenVINO</c>. All except <c>cpu</c> need an ONNX Runtime package that
    /// contains it.
    /// </summary>
    public string ExecutionProvider { get; init; } = "cpu";

    /// <summary>The number of threads of one call of the network, 1 to 1,024; null (the default) for one per physical core.</summary>
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
