using System.Text;

namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>The description of one track of the file.</summary>
/// <param name="Number">The track number stated in its blocks.</param>
/// <param name="IsAudio">Whether it is an audio track.</param>
/// <param name="Codec">The name of the codec, such as <c>A_OPUS</c>.</param>
/// <param name="Private">The data that the codec stores outside its packets.</param>
/// <param name="IsEncoded">Whether blocks are additionally compressed or encrypted.</param>
/// <param name="ChannelCount">The number of channels.</param>
internal sealed record MatroskaTrack(long Number, bool IsAudio, string Codec, byte[] Private, bool IsEncoded, int ChannelCount)
{
    private const int AudioType = 2;

    /// <summary>Reads all tracks.</summary>
    /// <param name="tracks">The content of the Tracks element.</param>
    public static List<MatroskaTrack> ReadAll(ReadOnlySpan<byte> tracks)
    {
        List<MatroskaTrack> found = [];
        foreach (EbmlChild child in new EbmlChildren(tracks))
        {
            if (child.Id == MatroskaId.TrackEntry)
            {
                found.Add(Read(child.Content));
            }
        }

        return found;
    }

    private static MatroskaTrack Read(ReadOnlySpan<byte> entry)
    {
        MatroskaTrack track = new(0, false, "", [], false, 1);
        foreach (EbmlChild child in new EbmlChildren(entry))
        {
            track = child.Id switch
            {
                MatroskaId.TrackNumber => track with { Number = child.Unsigned },
                MatroskaId.TrackType => track with { IsAudio = child.Unsigned == AudioType },
                MatroskaId.CodecId => track with { Codec = Encoding.ASCII.GetString(child.Content).TrimEnd('\0') },
                MatroskaId.CodecPrivate => track with { Private = child.Content.ToArray() },
                MatroskaId.ContentEncodings => track with { IsEncoded = true },
                MatroskaId.Audio => track with { ChannelCount = Channels(child.Content) },
                _ => track,
            };
        }

        return track;
    }

    private static int Channels(ReadOnlySpan<byte> audio)
    {
        foreach (EbmlChild child in new EbmlChildren(audio))
        {
            if (child.Id == MatroskaId.Channels)
            {
                return (int)Math.Clamp(child.Unsigned, 0, int.MaxValue);
            }
        }

        return 1;
    }
}
