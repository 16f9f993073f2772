using EmoHRNet.Network;
using EmoHRNet.Runtime;
using TorchSharp;

namespace EmoHRNet.ModelFiles;

/// <summary>Saves and loads models: one safetensors file that holds the weights and all that prediction needs to know.</summary>
/// <remarks>Loading runs no code from the file. It gives a whole model or an exception, never half a model.</remarks>
public static class ModelFile
{
    private const string DescriptionKey = "emohrnet";
    private const string LicenseKey = "license";

    /// <summary>Saves a model; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="module">The network, on any device; it is not changed.</param>
    /// <param name="description">What the file says about it.</param>
    /// <param name="storage"><see cref="TensorDataType.F32"/>, or <see cref="TensorDataType.F16"/> for half the size.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">The description is not valid; every problem is named.</exception>
    /// <exception cref="ArgumentException">The description is that of another network, or a weight does not fit half precision.</exception>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public static void Save(string path, HRNetModule module, ModelDescription description, TensorDataType storage = TensorDataType.F32)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(description);
        description.Validate();
        if (description.Network != module.Options)
        {
            throw new ArgumentException("The description is that of another network: its options differ from the module's.", nameof(description));
        }

        Dictionary<string, string> metadata = new() { [DescriptionKey] = ModelDescriptionJson.Write(description) };
        if (description.License.Length > 0)
        {
            metadata[LicenseKey] = description.License;
        }

        SafetensorsWriter.Write(path, ModuleTensors.Capture(module, type: storage), metadata);
    }

    /// <summary>Loads a model for prediction, on the CPU in single precision.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is no model, is damaged, or its tensors are not those of the network it describes.</exception>
    /// <exception cref="BackendException">libtorch cannot be loaded here.</exception>
    public static LoadedModel Load(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        ModelDescription description = Describe(file);
        Backend.EnsureLoaded();
        CheckTensors(file, description);
        Dictionary<string, StoredTensor> tensors = file.Tensors.Keys.ToDictionary(name => name, name => ReadFinite(file, name));
        // The weights are about to be replaced; a seed keeps the global generator as it was.
        HRNetModule module = new(description.Network, seed: 0);
        try
        {
            ModuleTensors.Restore(module, tensors, path);
            module.eval();
            return new LoadedModel(description, module);
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <summary>Reads what a file says about its model, without its weights and without libtorch.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is no model or is damaged.</exception>
    public static ModelDescription ReadDescription(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return Describe(file);
    }

    /// <summary>A description may promise a network of any size, so it is built without memory and compared with the file first.</summary>
    private static void CheckTensors(SafetensorsFile file, ModelDescription description)
    {
        using HRNetModule shapes = new(description.Network, device: torch.META);
        ModuleTensors.Check(shapes, file.Tensors, file.Name);
    }

    private static StoredTensor ReadFinite(SafetensorsFile file, string name)
    {
        StoredTensor tensor = file.Read(name);
        return tensor.Type == TensorDataType.I64 || Array.TrueForAll(tensor.ToFloats(), float.IsFinite)
            ? tensor
            : throw new ModelFormatException($"Tensor '{name}' of '{file.Name}' holds values that are not finite; the file is damaged or the training diverged.");
    }

    private static ModelDescription Describe(SafetensorsFile file) =>
        file.Metadata.TryGetValue(DescriptionKey, out string? json)
            ? ModelDescriptionJson.Read(json, file.Name)
            : throw new ModelFormatException($"'{file.Name}' holds tensors but no EmoHRNet description; expected a model saved by this library.");
}
