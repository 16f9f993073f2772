using System.Security.Cryptography;

namespace EmoHRNet.Audio.Formats.Flac;

/// <summary>The checksum of all samples: interleaved, least significant byte first, in as many bytes as they need.</summary>
internal sealed class FlacMd5(FlacStreamInfo info) : IDisposable
{
    private const int BlockLength = 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly int _width = (info.Bits + 7) / 8;
    private readonly byte[] _bytes = new byte[(BlockLength * info.ChannelCount * ((info.Bits + 7) / 8)) + sizeof(long)];

    public void Add(FlacFrameReader frames, int count)
    {
        for (int start = 0; start < count; start += BlockLength)
        {
            int length = Math.Min(BlockLength, count - start);
            for (int c = 0; c < info.ChannelCount; c++)
            {
                Store(frames.Channel(c, count).Slice(start, length), c);
            }

            _hash.AppendData(_bytes.AsSpan(0, length * info.ChannelCount * _width));
        }
    }

    public bool Matches() => _hash.GetHashAndReset().AsSpan().SequenceEqual(info.Md5);

    public void Dispose() => _hash.Dispose();

    private void Store(ReadOnlySpan<long> samples, int channel)
    {
        int position = channel * _width;
        foreach (long sample in samples)
        {
            for (int i = 0; i < _width; i++)
            {
                _bytes[position + i] = (byte)(sample >> (8 * i));
            }

            position += info.ChannelCount * _width;
        }
    }
}
