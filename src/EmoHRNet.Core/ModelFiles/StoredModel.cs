namespace EmoHRNet.ModelFiles;

/// <summary>A model as its file holds it, for any engine.</summary>
/// <param name="Description">What the file says about the model.</param>
/// <param name="Tensors">The parameters and buffers of the network, in the order of the file.</param>
public sealed record StoredModel(ModelDescription Description, IReadOnlyList<StoredTensor> Tensors);
