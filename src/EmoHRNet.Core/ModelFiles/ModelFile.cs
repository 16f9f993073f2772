namespace EmoHRNet.ModelFiles;

/// <summary>Reads and writes model files: one safetensors file with the weights and everything else that prediction needs.</summary>
/// <remarks>
/// Reading runs no code from the file. It returns a complete model or throws. Engines create their networks from it.
/// </remarks>
public static class ModelFile
{
    private const string DescriptionKey = "emohrnet";
    private const string LicenseKey = "license";

    /// <summary>Writes a model; an older file is replaced only when the new one is complete and on disk.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="Audio.Options.InvalidOptionsException">The description is not valid; every problem is named.</exception>
    /// <exception cref="IOException">The file cannot be written; an older file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an older file is still there.</exception>
    public static void Write(string path, StoredModel model)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(model);
        model.Description.Validate();
        Dictionary<string, string> metadata = new() { [DescriptionKey] = ModelDescriptionJson.Write(model.Description) };
        if (model.Description.License.Length > 0)
        {
            metadata[LicenseKey] = model.Description.License;
        }

        SafetensorsWriter.Write(path, model.Tensors, metadata);
    }

    /// <summary>Reads a model with its weights. The engine checks whether the tensors fit the network.</summary>
    /// <param name="path">The file.</param>
    /// <param name="check">
    /// Checks names, types and shapes before any weight is read, and throws if they do not fit; null for no check.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model, is damaged, or contains weights that are not finite.</exception>
    public static StoredModel Read(string path, Action<ModelDescription, IReadOnlyDictionary<string, SafetensorsEntry>>? check = null)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        ModelDescription description = Describe(file);
        check?.Invoke(description, file.Tensors);
        return new StoredModel(description, [.. file.Tensors.Keys.Select(name => ReadFinite(file, name))]);
    }

    /// <summary>Reads the description of a model, without its weights and without an engine.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ModelFormatException">The file is not a model or is damaged.</exception>
    public static ModelDescription ReadDescription(string path)
    {
        using SafetensorsFile file = SafetensorsFile.Open(path);
        return Describe(file);
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
