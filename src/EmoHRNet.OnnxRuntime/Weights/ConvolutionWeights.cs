namespace EmoHRNet.OnnxRuntime.Weights;

/// <summary>A convolution of the network by the names of its tensors, with the batch normalization after it, if there is one.</summary>
/// <param name="Name">The convolution's name; <c>.weight</c> and <c>.bias</c> are its tensors.</param>
/// <param name="Inputs">The number of input channels.</param>
/// <param name="Outputs">The number of output channels.</param>
/// <param name="Kernel">The side length of the kernel; the padding preserves the size at stride 1.</param>
internal sealed record ConvolutionWeights(string Name, int Inputs, int Outputs, int Kernel)
{
    /// <summary>Whether the convolution itself has a bias.</summary>
    public bool HasBias { get; init; }

    /// <summary>The name of the batch normalization that is folded in; null for none.</summary>
    public string? Norm { get; init; }

    /// <summary>Whether the shift of the normalization is added here. If several convolutions are summed before one normalization, only the
    /// first adds it.</summary>
    public bool TakesShift { get; init; } = true;

    /// <summary>Whether the input is added to the first channels of the normalized output, as an identity convolution.</summary>
    public bool AddsIdentity { get; init; }

    /// <summary>The name of the folded kernel in the graph.</summary>
    public string FoldedWeight => Name + ".weight";

    /// <summary>The name of the folded bias in the graph; null when there is none to add.</summary>
    public string? FoldedBias => HasBias || (Norm is not null && TakesShift) ? Name + ".bias" : null;
}
