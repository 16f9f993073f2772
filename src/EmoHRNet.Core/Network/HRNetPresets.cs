namespace EmoHRNet.Network;

/// <summary>Named networks: EmoHRNet in four sizes, and the published HRNet variants (Wang et al., 2020).</summary>
public static partial class HRNetPresets
{
    private static readonly Dictionary<string, Func<int, int, HRNetOptions>> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["small"] = EmoHRNetSmall,
        ["quick"] = EmoHRNetQuick,
        ["paper"] = EmoHRNetPaper,
        ["large"] = EmoHRNetLarge,
        ["w18-small-v1"] = W18SmallV1,
        ["w18-small-v2"] = W18SmallV2,
        ["w18"] = W18,
        ["w30"] = W30,
        ["w32"] = W32,
        ["w40"] = W40,
        ["w44"] = W44,
        ["w48"] = W48,
        ["w64"] = W64,
    };

    /// <summary>
    /// The names for <see cref="Create"/>: small, quick, paper and large are EmoHRNet, the others the published variants.
    /// </summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Creates the preset with that name.</summary>
    /// <param name="name">One of <see cref="Names"/>, ignoring case.</param>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    /// <exception cref="ArgumentException">There is no such preset; the message lists all presets.</exception>
    public static HRNetOptions Create(string name, int classCount, int inputChannels = 1)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(name, out Func<int, int, HRNetOptions>? make)
            ? make(classCount, inputChannels)
            : throw new ArgumentException($"There is no network preset named '{name}'; choose one of {string.Join(", ", Names)}.", nameof(name));
    }

    /// <summary>
    /// An EmoHRNet that trains on a laptop's CPU: branches of 16, 32, 64 and 128 channels (multiples of 16, which are fast in CPU
    /// convolutions), 2 blocks, 1 module per stage, half resolution after the HRIM, a fused map of 64 channels.
    /// </summary>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    public static HRNetOptions EmoHRNetSmall(int classCount, int inputChannels = 1) => new()
    {
        ClassCount = classCount,
        InputChannels = inputChannels,
        Stem = new StemOptions { Width = 16, BandStride = 2, FrameStride = 2 },
        Stages = HRNetTables.Stages(baseWidth: 16, blockCount: 2, 1, 1, 1),
        FuseLayer = new FuseLayerOptions { Width = 64 },
    };

    /// <summary>
    /// <see cref="EmoHRNetSmall"/> with the reference HRNet's stem of two convolutions with stride 2: quarter resolution, a quarter of the
    /// work.
    /// </summary>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    public static HRNetOptions EmoHRNetQuick(int classCount, int inputChannels = 1) => EmoHRNetSmall(classCount, inputChannels) with
    {
        Stem = new StemOptions { Width = 16, ConvolutionCount = 2, BandStride = 2, FrameStride = 2 },
    };

    /// <summary>
    /// EmoHRNet as described in the paper: full resolution after the HRIM, parallel branches, a fuse layer. The paper does not state widths
    /// or depths; branches from 64 channels upward and 4 blocks are this library's choice.
    /// </summary>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    public static HRNetOptions EmoHRNetPaper(int classCount, int inputChannels = 1) => new()
    {
        ClassCount = classCount,
        InputChannels = inputChannels,
    };

    /// <summary>A large EmoHRNet for a GPU: branches from 48 channels up, 4 blocks, 1, 4 and 3 modules as in HRNet-W48.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64.</param>
    public static HRNetOptions EmoHRNetLarge(int classCount, int inputChannels = 1) => new()
    {
        ClassCount = classCount,
        InputChannels = inputChannels,
        Stem = new StemOptions { Width = 48, BandStride = 2, FrameStride = 2 },
        Stages = HRNetTables.Stages(baseWidth: 48, blockCount: 4, 1, 4, 3),
        FuseLayer = new FuseLayerOptions { Width = 384 },
        StochasticDepth = 0.1,
    };
}
