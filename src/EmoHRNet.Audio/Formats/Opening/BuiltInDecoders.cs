using EmoHRNet.Audio.Formats.Flac;
using EmoHRNet.Audio.Formats.Matroska;
using EmoHRNet.Audio.Formats.Mp3;
using EmoHRNet.Audio.Formats.Ogg;

namespace EmoHRNet.Audio.Formats.Opening;

/// <summary>The decoders of compressed formats that need no ffmpeg, in the order in which they are tried.</summary>
internal static class BuiltInDecoders
{
    /// <summary>MP3 comes last, because its signature is the weakest.</summary>
    public static IReadOnlyList<IAudioDecoder> All { get; } = [new FlacDecoder(), new OggDecoder(), new MatroskaDecoder(), new Mp3Decoder()];
}
