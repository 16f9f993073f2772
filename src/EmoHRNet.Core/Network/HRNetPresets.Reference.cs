namespace EmoHRNet.Network;

public static partial class HRNetPresets
{
    private const int ReferenceClassCount = 1000;
    private const int ReferenceInputChannels = 3;

    /// <summary>HRNet-W18-small-v1 (its branches start at 16 channels).</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W18SmallV1(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 16, Blocks: 2, Modules: [1, 1, 1], FirstWidth: 32, FirstBlocks: 1));

    /// <summary>HRNet-W18-small-v2.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W18SmallV2(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 18, Blocks: 2, Modules: [1, 3, 2], FirstWidth: 64, FirstBlocks: 2));

    /// <summary>HRNet-W18.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W18(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 18, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W30.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W30(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 30, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W32.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W32(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 32, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W40.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W40(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 40, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W44.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W44(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 44, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W48.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W48(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 48, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    /// <summary>HRNet-W64.</summary>
    /// <param name="classCount">Number of classes, 2 to 100000; the published weights have 1000.</param>
    /// <param name="inputChannels">Channels of the input, 1 to 64; the published weights have 3.</param>
    public static HRNetOptions W64(int classCount = ReferenceClassCount, int inputChannels = ReferenceInputChannels) =>
        Reference(classCount, inputChannels, new Row(Channels: 64, Blocks: 4, Modules: [1, 4, 3], FirstWidth: 64, FirstBlocks: 4));

    private static HRNetOptions Reference(int classCount, int inputChannels, Row row) => new()
    {
        ClassCount = classCount,
        InputChannels = inputChannels,
        Stem = new StemOptions { Width = 64, ConvolutionCount = 2, BandStride = 2, FrameStride = 2 },
        ResidualStage = new ResidualStageOptions { Width = row.FirstWidth, BlockCount = row.FirstBlocks },
        Stages = HRNetTables.Stages(row.Channels, row.Blocks, row.Modules),
        Head = HeadKind.Classification,
    };

    /// <summary>The differences between the published variants.</summary>
    private sealed record Row(int Channels, int Blocks, int[] Modules, int FirstWidth, int FirstBlocks);
}
