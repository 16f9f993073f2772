namespace EmoHRNet.Audio.Features.Functionals;

/// <summary>The contours of one utterance. Values that cannot be measured in a frame are NaN.</summary>
/// <param name="frameCount">The number of frames.</param>
internal sealed class Contours(int frameCount)
{
    private readonly float[] _values = new float[(int)Contour.Count * frameCount];

    /// <summary>The number of frames.</summary>
    public int FrameCount => frameCount;

    /// <summary>Whether each frame is voiced.</summary>
    public bool[] Voiced { get; } = new bool[frameCount];

    /// <summary>One contour.</summary>
    public Span<float> this[Contour contour] => _values.AsSpan((int)contour * frameCount, frameCount);

    /// <summary>A copy of a contour, smoothed over three frames, with values only in voiced or unvoiced frames.</summary>
    /// <param name="contour">The contour.</param>
    /// <param name="voiced">True: voiced frames. False: unvoiced ones. Null: all.</param>
    public float[] Smooth(Contour contour, bool? voiced)
    {
        float[] masked = this[contour].ToArray();
        for (int i = 0; i < masked.Length; i++)
        {
            masked[i] = voiced is null || Voiced[i] == voiced ? masked[i] : float.NaN;
        }

        float[] smooth = new float[masked.Length];
        for (int i = 0; i < masked.Length; i++)
        {
            smooth[i] = float.IsNaN(masked[i]) ? float.NaN : MeanAround(masked, i);
        }

        return smooth;
    }

    private static float MeanAround(float[] values, int index)
    {
        (float sum, int count) = (0, 0);
        for (int i = Math.Max(0, index - 1); i <= Math.Min(values.Length - 1, index + 1); i++)
        {
            (sum, count) = float.IsNaN(values[i]) ? (sum, count) : (sum + values[i], count + 1);
        }

        return sum / count;
    }
}
