using EmoHRNet.ModelFiles;
using static TorchSharp.torch;

namespace EmoHRNet.Network.Weights;

/// <summary>Decides whether and how each tensor can be loaded, before any of them is changed.</summary>
internal sealed class WeightPlan
{
    private const string FirstConvolution = "conv1.weight";
    private const string Classifier = "classifier.";

    // Files written before the counter existed lack it; it has no influence at a fixed momentum.
    private const string OptionalCounter = "num_batches_tracked";

    private readonly WeightLoadOptions _options;
    private readonly List<string> _loaded = [];
    private readonly List<string> _adapted = [];
    private readonly List<string> _keptHead = [];
    private readonly List<string> _missing = [];
    private readonly List<WeightMismatch> _mismatched = [];

    private WeightPlan(WeightLoadOptions options) => _options = options;

    public WeightLoadReport Report { get; private set; } = null!;

    public static WeightPlan Make(
        Dictionary<string, Tensor> targets,
        Func<string, SafetensorsEntry?> find,
        IEnumerable<string> fileNames,
        WeightLoadOptions options)
    {
        var plan = new WeightPlan(options);
        foreach ((string name, Tensor target) in targets)
        {
            plan.Decide(name, target, find(name));
        }

        string[] unexpected = [.. fileNames.Where(name => !targets.ContainsKey(name))];
        plan.Report = new WeightLoadReport(plan._loaded, plan._adapted, plan._keptHead, plan._missing, unexpected, plan._mismatched);
        return plan;
    }

    private void Decide(string name, Tensor target, SafetensorsEntry? found)
    {
        if (found is null)
        {
            if (!name.EndsWith(OptionalCounter, StringComparison.Ordinal))
            {
                _missing.Add(name);
            }
        }
        else if (!IsSameKind(target, found))
        {
            Mismatch(name, target, found);
        }
        else if (target.shape.SequenceEqual(found.Shape))
        {
            _loaded.Add(name);
        }
        else if (_options.AdaptInput && name == FirstConvolution && DiffersOnlyAt(1, target.shape, found.Shape))
        {
            _loaded.Add(name);
            _adapted.Add(name);
        }
        else if (_options.ReplaceHead && name.StartsWith(Classifier, StringComparison.Ordinal) && DiffersOnlyAt(0, target.shape, found.Shape))
        {
            _keptHead.Add(name);
        }
        else
        {
            Mismatch(name, target, found);
        }
    }

    private void Mismatch(string name, Tensor target, SafetensorsEntry found) => _mismatched.Add(new WeightMismatch(
        name,
        $"{found.Type} {found.ShapeText}",
        $"{(target.is_floating_point() ? "a float type" : "I64")} {SafetensorsEntry.Describe(target.shape)}"));

    private static bool IsSameKind(Tensor target, SafetensorsEntry found) => target.is_floating_point()
        ? found.Type is TensorDataType.F32 or TensorDataType.F16 or TensorDataType.BF16
        : found.Type is TensorDataType.I64;

    private static bool DiffersOnlyAt(int dimension, long[] target, IReadOnlyList<long> found) =>
        target.Length == found.Count && Enumerable.Range(0, target.Length).All(i => i == dimension || target[i] == found[i]);
}
