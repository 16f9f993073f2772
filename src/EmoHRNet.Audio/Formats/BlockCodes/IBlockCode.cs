namespace EmoHRNet.Audio.Formats.BlockCodes;

/// <summary>Decodes blocks of samples.</summary>
internal interface IBlockCode
{
    /// <summary>Decodes one block; the last one of a file may be shorter.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="interleaved">Receives 16-bit samples, channels interleaved.</param>
    /// <returns>The number of samples of each channel; 0 where the block is too short for any.</returns>
    /// <exception cref="AudioFormatException">The block is damaged.</exception>
    int Decode(ReadOnlySpan<byte> block, Span<short> interleaved);
}
