namespace EmoHRNet.Audio.Formats;

/// <summary>Distinguishes what a decoding library throws at damaged content from failures of the disk or the machine.</summary>
internal static class ForeignFailure
{
    public static bool IsDamage(Exception exception) => exception switch
    {
        AudioFormatException or OutOfMemoryException or OperationCanceledException or ObjectDisposedException => false,
        EndOfStreamException => true,
        IOException => false,
        _ => true,
    };
}
