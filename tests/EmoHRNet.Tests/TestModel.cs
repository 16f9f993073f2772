using EmoHRNet.ModelFiles;
using EmoHRNet.Network;

namespace EmoHRNet.Core.Tests;

/// <content>With seeded weights, untrained.</content>
internal static partial class TestModel
{
    /// <summary>Saves the network under a path and returns the path.</summary>
    public static string Save(string path, ModelDescription? description = null, TensorDataType storage = TensorDataType.F32)
    {
        description ??= Description;
        using HRNetModule module = new(description.Network, seed: 7);
        ModelFile.Save(path, module, description, storage);
        return path;
    }
}
