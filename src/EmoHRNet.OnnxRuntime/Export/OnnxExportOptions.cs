using EmoHRNet.Audio.Options;

namespace EmoHRNet.OnnxRuntime.Export;

/// <summary>How a model file becomes an ONNX model.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>What the exported model takes and gives. Default <see cref="OnnxForm.Whole"/>.</summary>
    public OnnxForm Form { get; init; } = OnnxForm.Whole;

    /// <summary>
    /// How often each label is expected where the model is used, in any unit; part of the whole form. Null (the default) says that all are
    /// alike, as <see cref="ClassifierOptions.LabelPriors"/> does.
    /// </summary>
    public IReadOnlyDictionary<string, double>? LabelPriors { get; init; }

    /// <summary>Checks every option that can be checked without a model.</summary>
    /// <exception cref="InvalidOptionsException">At least one option is out of range; the exception names them all.</exception>
    public void Validate()
    {
        OptionProblems problems = new();
        CollectProblems(problems);
        problems.ThrowIfAny(nameof(OnnxExportOptions));
    }

    /// <summary>Adds what is out of range to a list of problems.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Defined(nameof(Form), Form)
            .Require(LabelPriors is null || Form == OnnxForm.Whole, nameof(LabelPriors), LabelPriors?.Count, "null where Form is Network, whose logits come before priors");
        new ClassifierOptions { LabelPriors = LabelPriors }.CollectProblems(problems);
    }
}
