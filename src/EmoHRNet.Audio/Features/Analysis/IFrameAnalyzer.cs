namespace EmoHRNet.Audio.Features.Analysis;

/// <summary>Computes rows of features that depend only on the samples around a frame. Thread-safe.</summary>
internal interface IFrameAnalyzer
{
    /// <summary>The number of values per frame.</summary>
    int RowCount { get; }

    /// <summary>The number of samples that a frame reads.</summary>
    int SampleCount { get; }

    /// <summary>The index in the signal of the first sample that a frame reads; below 0 inside the padding.</summary>
    long Start(long frame);

    /// <summary>Fills frames of a [row, frame] matrix. A frame's values do not depend on the frames it is computed with.</summary>
    /// <param name="signal">The signal with its padding.</param>
    /// <param name="firstFrame">The index in the signal of the first frame to compute.</param>
    /// <param name="destination">Receives the rows; as many frames as fit are computed.</param>
    void Analyze(PaddedSignal signal, long firstFrame, Span<float> destination);
}
