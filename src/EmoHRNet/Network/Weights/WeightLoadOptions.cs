namespace EmoHRNet.Network.Weights;

/// <summary>How published weights are fitted to a network that is not quite the one they were trained in.</summary>
public sealed record WeightLoadOptions
{
    /// <summary>
    /// Whether every tensor must be there and fit, apart from what the two options below allow; if not, nothing is loaded. Default true.
    /// When false, what fits is loaded and the report names the rest.
    /// </summary>
    public bool Strict { get; init; } = true;

    /// <summary>
    /// Whether a first convolution of another number of input channels (3 in the published weights) is adapted: its kernels are summed
    /// over the channels and shared out evenly, so that equal channels give the response the original gives to them. Default true.
    /// </summary>
    public bool AdaptInput { get; init; } = true;

    /// <summary>Whether a classifier for another number of classes is left as the network has it, newly initialized. Default true.</summary>
    public bool ReplaceHead { get; init; } = true;
}
