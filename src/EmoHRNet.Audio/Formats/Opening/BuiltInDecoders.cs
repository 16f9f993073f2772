using EmoHRNet.Audio.Formats.Flac;
using EmoHRNet.Audio.Formats.Matroska;
using EmoHRNet.Audio.Formats.Mp3;
using EmoHRNet.Audio.Formats.Ogg;

namespace EmoHRNet.Audio.Formats.Opening;

/// <summary>The compressed formats that are decoded without any other program, in the order in which they are asked.</summary>
internal static class BuiltInDecoders
{
    /// <summary>MP3 comes last: its frames have the weakest mark.</summary>
    public static IReadOnlyList<IAudioDecoder> All { get; } = [new FlacDecoder(), new OggDecoder(), new MatroskaDecoder(), new Mp3Decoder()];
}
