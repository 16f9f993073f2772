using EmoHRNet.Audio.Options;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>How a model file is exported to ONNX.</summary>
public sealed record OnnxExportOptions : ValidatedOptions
{
    /// <summary>The input and output of the exported model. Default <see cref="OnnxForm.Whole"/>.</summary>
    public OnnxForm Form { get; init; } = OnnxForm.Whole;

    /// <summary>
    /// How often each label is expected where the model is used, in any unit; part of the whole form. Null (the default) means equally
    /// often, as in <see cref="ClassifierOptions.LabelPriors"/>.
    /// </summary>
    public IReadOnlyDictionary<string, double>? LabelPriors { get; init; }

    /// <inheritdoc/>
    public override void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Defined(nameof(Form), Form)
            .Require(LabelPriors is null || Form == OnnxForm.Whole, nameof(LabelPriors), LabelPriors?.Count, "null where Form is Network, whose logits come before priors");
        new ClassifierOptions { LabelPriors = LabelPriors }.CollectProblems(problems);
    }
}
