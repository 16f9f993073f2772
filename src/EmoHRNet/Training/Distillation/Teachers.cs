using System.Text.Json;
using EmoHRNet.ModelFiles;
using EmoHRNet.Network;
using EmoHRNet.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace EmoHRNet.Training.Distillation;

/// <summary>The teachers of a run, in their inference form, and their part of the loss.</summary>
internal sealed class Teachers : IDisposable
{
    private readonly List<FusedHRNet> _networks = [];
    private readonly DistillationOptions _options;

    private Teachers(DistillationOptions options) => _options = options;

    /// <summary>Loads the teachers of a recipe.</summary>
    /// <param name="recipe">The complete recipe, with the statistics of its features.</param>
    /// <param name="labels">The labels of the training set.</param>
    /// <param name="device">Where they run.</param>
    /// <param name="extractor">The custom extractor; null for the features of the recipe.</param>
    /// <returns>Null when the recipe has none.</returns>
    /// <exception cref="FileNotFoundException">There is no such model file.</exception>
    /// <exception cref="ModelFormatException">A file is not a model, or its labels, preparation or features differ from the run's.</exception>
    public static Teachers? Load(TrainingRecipe recipe, IReadOnlyList<string> labels, Device device, ExtractorDescription? extractor = null)
    {
        if (recipe.Distillation is not { } options)
        {
            return null;
        }

        Teachers teachers = new(options);
        try
        {
            foreach (string path in options.Teachers)
            {
                teachers.Add(path, recipe, labels, device, extractor);
            }
        }
        catch
        {
            teachers.Dispose();
            throw;
        }

        return teachers;
    }

    /// <summary>The teachers' part of the loss of a batch, weighted.</summary>
    /// <param name="inputs">The input of network and teachers, [N, channels, bands, frames].</param>
    /// <param name="logits">The logits of the network, [N, classes].</param>
    /// <returns>T² · weight · the mean cross-entropy between the teachers' and the network's probabilities at temperature T, as a scalar.</returns>
    public Tensor Loss(Tensor inputs, Tensor logits)
    {
        using DisposeScope scope = NewDisposeScope();
        double scale = -_options.Weight * _options.Temperature * _options.Temperature / inputs.shape[0];
        Tensor shares = Probabilities(inputs).MultiplyInPlace(scale);
        return nn.functional.log_softmax(logits.DividedBy(_options.Temperature), 1).mul(shares).sum().MoveToOuterDisposeScope();
    }

    public void Dispose() => _networks.ForEach(network => network.Dispose());

    /// <summary>The mean of the teachers' probabilities, [N, classes].</summary>
    private Tensor Probabilities(Tensor inputs)
    {
        using IDisposable noGradient = no_grad();
        Tensor sum = Probabilities(_networks[0], inputs);
        foreach (FusedHRNet network in _networks.Skip(1))
        {
            sum.AddInPlace(Probabilities(network, inputs));
        }

        return sum.MultiplyInPlace(1.0 / _networks.Count);
    }

    // Cloned, because tensors made in inference mode cannot take part in autograd.
    private Tensor Probabilities(FusedHRNet network, Tensor inputs) =>
        network.call(inputs).clone().DividedBy(_options.Temperature).softmax(1);

    private void Add(string path, TrainingRecipe recipe, IReadOnlyList<string> labels, Device device, ExtractorDescription? extractor)
    {
        using LoadedModel model = ModelFile.Load(path);
        RequireAgreement(path, model.Description, recipe, labels, extractor);
        _networks.Add(model.Module.to(device).ToInference());
    }

    private static void RequireAgreement(
        string path, ModelDescription teacher, TrainingRecipe recipe, IReadOnlyList<string> labels, ExtractorDescription? extractor)
    {
        string[] differences =
        [
            .. Differences("labels", teacher.Labels, labels),
            .. Differences("preparation", teacher.Preparation, recipe.Preparation),
            .. teacher.Extractor is null && extractor is null ? Differences("features", teacher.Features, recipe.Features) : Differences(teacher.Extractor, extractor),
        ];
        if (differences.Length > 0)
        {
            throw new ModelFormatException(
                $"The teacher '{path}' does not get the same input as the network: its {string.Join("; ", differences)}. "
                + "Use the teacher's options for the network, or choose another teacher.");
        }
    }

    private static IEnumerable<string> Differences(ExtractorDescription? found, ExtractorDescription? expected) =>
        found is not null && expected is not null && found.Fits(expected)
            ? []
            : [$"extractor is {found?.ToString() ?? "built-in"} instead of {expected?.ToString() ?? "built-in"}"];

    private static IEnumerable<string> Differences<T>(string name, T found, T expected) => JsonDifferences.Between(
        name, JsonSerializer.SerializeToNode(found, JsonSerializerOptions.Web), JsonSerializer.SerializeToNode(expected, JsonSerializerOptions.Web));
}
