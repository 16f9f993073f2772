namespace EmoHRNet.Network;

/// <summary>What follows from a way of pooling; every engine builds its last layer by it.</summary>
public static class PoolingKinds
{
    /// <summary>The length of the vector that a map becomes: what the fully connected layer takes.</summary>
    /// <param name="pooling">The way of pooling.</param>
    /// <param name="channels">The channels of the map, at least 1.</param>
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
