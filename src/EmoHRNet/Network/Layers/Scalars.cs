using TorchSharp;

namespace EmoHRNet.Network.Layers;

/// <summary>Native scalars that would otherwise be allocated on every call and left to the finalizer.</summary>
internal static class Scalars
{
    public static readonly Scalar One = 1;
}
