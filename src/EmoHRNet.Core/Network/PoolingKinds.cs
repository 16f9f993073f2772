namespace EmoHRNet.Network;

/// <summary>Properties of the kinds of pooling, which every engine needs for its last layer.</summary>
public static class PoolingKinds
{
    /// <summary>The length of the pooled vector, the input of the fully connected layer.</summary>
    /// <param name="pooling">The kind of pooling.</param>
    /// <param name="channels">The number of channels of the map, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind, or there are no channels.</exception>
    public static int OutputWidth(this PoolingKind pooling, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        return pooling switch
        {
            PoolingKind.Average or PoolingKind.Attention => channels,
            _ => throw new ArgumentOutOfRangeException(nameof(pooling), pooling, "Not a way of pooling."),
        };
    }
}
