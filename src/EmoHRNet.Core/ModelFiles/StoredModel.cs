namespace EmoHRNet.ModelFiles;

/// <summary>A model as stored in a file, for any engine.</summary>
/// <param name="Description">The description of the model.</param>
/// <param name="Tensors">The parameters and buffers of the network, in the order of the file.</param>
public sealed record StoredModel(ModelDescription Description, IReadOnlyList<StoredTensor> Tensors);
