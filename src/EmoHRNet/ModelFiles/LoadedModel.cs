using EmoHRNet.Network;

namespace EmoHRNet.ModelFiles;

/// <summary>A model file in memory: the network with its weights, in evaluation mode, and the description.</summary>
/// <param name="Description">The description in the file.</param>
/// <param name="Module">The network; disposed with this.</param>
public sealed record LoadedModel(ModelDescription Description, HRNetModule Module) : IDisposable
{
    /// <summary>Disposes the network.</summary>
    public void Dispose() => Module.Dispose();
}
