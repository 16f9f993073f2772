using EmoHRNet.Audio.Options;

namespace EmoHRNet.Network;

/// <summary>
/// The stem of the network: one or two 3×3 convolutions, each with batch normalization and ReLU. One is the High-Resolution Input Module
/// (HRIM) of EmoHRNet, two are the stem of the reference HRNet.
/// </summary>
public sealed record StemOptions
{
    /// <summary>Channels of each convolution. Default 64, range 1 to 4096.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Number of convolutions. Default 1, range 1 to 2.</summary>
    public int ConvolutionCount { get; init; } = 1;

    /// <summary>Stride of each convolution along the mel bands. Default 1, range 1 to 4.</summary>
    public int BandStride { get; init; } = 1;

    /// <summary>Stride of each convolution along the frames. Default 1, range 1 to 4.</summary>
    public int FrameStride { get; init; } = 1;

    /// <summary>Adds a problem for every value that is out of range.</summary>
    /// <param name="problems">The list.</param>
    public void CollectProblems(OptionProblems problems) => problems
        .Range(nameof(Width), Width, 1, HRNetOptions.MaximumWidth)
        .Range(nameof(ConvolutionCount), ConvolutionCount, 1, 2)
        .Range(nameof(BandStride), BandStride, 1, 4)
        .Range(nameof(FrameStride), FrameStride, 1, 4);
}
