using System.Numerics;

namespace EmoHRNet.Audio.Transforms;

/// <summary>Power spectra of several real frames at once, one frame per SIMD lane. Instances are immutable and thread-safe.</summary>
/// <remarks>
/// Buffers are interleaved by lane: the vector at index k holds element k of all frames. Every lane goes through the same
/// operations, so a frame's spectrum does not depend on the frames it is grouped with.
/// </remarks>
internal abstract class FrameTransform
{
    protected FrameTransform(int size) => Size = size;

    /// <summary>The number of frames per call.</summary>
    public static int Lanes => Vector<float>.Count;

    /// <summary>The number of samples of a frame.</summary>
    public int Size { get; }

    /// <summary>The number of bins of a real spectrum, from 0 Hz to the Nyquist frequency.</summary>
    public int BinCount => (Size / 2) + 1;

    /// <summary>The fastest transform of a size: SIMD lanes for powers of two, MathNet.Numerics for other sizes.</summary>
    public static FrameTransform Create(int size) =>
        BitOperations.IsPow2(size) && size >= 2 ? new LaneFourier(size) : new GeneralFourier(size);

    /// <summary>Computes |X|² of every bin.</summary>
    /// <param name="frames">The samples, <see cref="Size"/> vectors; overwritten.</param>
    /// <param name="power">Receives <see cref="BinCount"/> vectors.</param>
    public abstract void PowerSpectra(Span<Vector<float>> frames, Span<Vector<float>> power);
}
