namespace EmoHRNet.Audio.Formats;

/// <summary>A code for blocks of samples.</summary>
internal enum BlockCodingKind
{
    /// <summary>IMA ADPCM as stored in WAV files: WAVE_FORMAT_IMA_ADPCM, 4 bits.</summary>
    ImaAdpcm,

    /// <summary>Microsoft ADPCM: WAVE_FORMAT_ADPCM, 4 bits.</summary>
    MicrosoftAdpcm,

    /// <summary>GSM 06.10 full rate, two frames in 65 bytes: WAVE_FORMAT_GSM610.</summary>
    Gsm610,
}
