namespace EmoHRNet.Network;

/// <summary>The Fuse Layer (FL) of EmoHRNet: a 1×1 convolution per branch, summed into one map at the highest resolution.</summary>
public sealed record FuseLayerOptions
{
    /// <summary>Number of channels of the fused map; null, the default, for as many as the first branch has. Range 1 to 4096.</summary>
    public int? Width { get; init; }

    /// <summary>
    /// Whether the first branch is added to the fused map. Default true, as in the paper. A wider fused map receives it in its first
    /// channels (the parameter-free shortcut of He et al., 2016); a narrower one cannot receive it.
    /// </summary>
    public bool Residual { get; init; } = true;
}
