using EmoHRNet.Network;
using EmoHRNet.Runtime;
using TorchSharp;

namespace EmoHRNet.ModelFiles;

/// <summary>Saves TorchSharp networks as model files and loads them: adds <c>ModelFile.Save</c> and <c>ModelFile.Load</c>.</summary>
public static class TorchModelFile
{
    extension(ModelFile)
    {
        /// <summary>Saves a model; an existing file is replaced only when the new one is complete and on disk.</summary>
        /// <param name="path">The file; its folder must exist.</param>
        /// <param name="module">The network, on any device; it is not changed.</param>
        /// <param name="description">The description to store.</param>
        /// <param name="storage"><see cref="TensorDataType.F32"/>, or <see cref="TensorDataType.F16"/> for half the size.</param>
        /// <exception cref="Audio.Options.InvalidOptionsException">The description is not valid; every problem is named.</exception>
        /// <exception cref="ArgumentException">The description belongs to another network, or a weight does not fit half precision.</exception>
        /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
        /// <exception cref="UnauthorizedAccessException">The folder is not writable; an existing file is unchanged.</exception>
        public static void Save(string path, HRNetModule module, ModelDescription description, TensorDataType storage = TensorDataType.F32)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(module);
            ArgumentNullException.ThrowIfNull(description);
            description.Validate();
            if (description.Network != module.Options)
            {
                throw new ArgumentException("The description belongs to another network: its options differ from the module's.", nameof(description));
            }

            ModelFile.Write(path, new StoredModel(description, ModuleTensors.Capture(module, type: storage)));
        }

        /// <summary>Loads a model for prediction, on the CPU in single precision.</summary>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="ModelFormatException">The file is not a model, is damaged, or its tensors do not fit the network it describes.</exception>
        /// <exception cref="BackendException">libtorch cannot be loaded here.</exception>
        public static LoadedModel Load(string path)
        {
            StoredModel model = ModelFile.Read(path, (description, tensors) => CheckTensors(path, description, tensors));
            return Load(model, path);
        }
    }

    /// <summary>Builds the network of a model in memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">Its source, for messages.</param>
    /// <exception cref="ModelFormatException">The tensors do not fit the network that the model describes.</exception>
    internal static LoadedModel Load(StoredModel model, string source)
    {
        // The weights are replaced below; the seed only leaves the global generator untouched.
        HRNetModule module = new(model.Description.Network, seed: 0);
        try
        {
            ModuleTensors.Restore(module, model.Tensors.ToDictionary(tensor => tensor.Name), source);
            module.eval();
            return new LoadedModel(model.Description, module);
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    /// <summary>A description may claim a network of any size, so it is first built on the meta device and compared with the file.</summary>
    private static void CheckTensors(string path, ModelDescription description, IReadOnlyDictionary<string, SafetensorsEntry> tensors)
    {
        Backend.EnsureLoaded();
        using HRNetModule shapes = new(description.Network, device: torch.META);
        ModuleTensors.Check(shapes, tensors, path);
    }
}
