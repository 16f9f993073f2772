using static TorchSharp.torch;

namespace EmoHRNet.Network.Layers;

/// <summary>Gives back the maps of several branches.</summary>
internal static class TensorList
{
    public static void Dispose(IEnumerable<Tensor> tensors)
    {
        foreach (Tensor tensor in tensors)
        {
            tensor.Dispose();
        }
    }
}
