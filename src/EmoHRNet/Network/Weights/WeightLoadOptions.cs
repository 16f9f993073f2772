namespace EmoHRNet.Network.Weights;

/// <summary>How weights are loaded into a network that differs from the one they were trained in.</summary>
public sealed record WeightLoadOptions
{
    /// <summary>
    /// Whether every tensor must be present and fit, apart from what the two options below allow; otherwise nothing is loaded. Default true.
    /// When false, what fits is loaded and the report names the rest.
    /// </summary>
    public bool Strict { get; init; } = true;

    /// <summary>
    /// Whether a first convolution of another number of input channels (3 in the published weights) is adapted: its kernels are summed
    /// over the channels and divided evenly, so that equal channels give the original response. Default true.
    /// </summary>
    public bool AdaptInput { get; init; } = true;

    /// <summary>Whether the network keeps its newly initialized classifier when the file's has another number of classes. Default true.</summary>
    public bool ReplaceHead { get; init; } = true;
}
