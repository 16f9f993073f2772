namespace EmoHRNet.Audio.Formats;

/// <summary>How blocks of samples are coded together.</summary>
/// <param name="Kind">The code.</param>
/// <param name="BlockLength">The bytes of one block of all channels.</param>
/// <param name="SamplesPerBlock">The samples of each channel in a whole block.</param>
internal sealed record BlockCoding(BlockCodingKind Kind, int BlockLength, int SamplesPerBlock)
{
    /// <summary>The pairs of predictor coefficients of Microsoft ADPCM, in units of 1/256; empty for other codes.</summary>
    public IReadOnlyList<(int First, int Second)> Coefficients { get; init; } = [];
}
