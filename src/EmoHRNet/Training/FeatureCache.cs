using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EmoHRNet.Audio.Features;
using EmoHRNet.Audio.Storage;

namespace EmoHRNet.Training;

/// <summary>Spectrograms on disk, named by a hash of their inputs. Safe to delete at any time and to share between processes.</summary>
/// <remarks>
/// An entry's name is a hash of the recording's bytes and of every setting, so an entry is never stale. An entry is written
/// to a temporary file and renamed; a damaged one (by its checksum) is computed again.
/// </remarks>
internal sealed class FeatureCache
{
    private const int HeaderLength = 4 * sizeof(int);
    private const int Magic = 0x45485231;

    private readonly string _folder;

    public FeatureCache(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>The name of the entry for a recording's content and the text of all settings.</summary>
    public static string Key(ReadOnlySpan<byte> recording, string settings)
    {
        byte[] hash = SHA256.HashData([.. SHA256.HashData(recording), .. SHA256.HashData(Encoding.UTF8.GetBytes(settings))]);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The entry, or null if it is missing or damaged.</summary>
    public Spectrogram? Read(string key)
    {
        try
        {
            return Decode(File.ReadAllBytes(PathOf(key)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Stores an entry; another process may do the same at the same time.</summary>
    public void Write(string key, Spectrogram spectrogram)
    {
        string path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, stream => stream.Write(Encode(spectrogram)));
    }

    private static byte[] Encode(Spectrogram spectrogram)
    {
        ReadOnlySpan<int> header = [Magic, spectrogram.ChannelCount, spectrogram.BandCount, spectrogram.FrameCount];
        byte[] content = [.. MemoryMarshal.AsBytes(header), .. MemoryMarshal.AsBytes(spectrogram.Values)];
        return [.. SHA256.HashData(content), .. content];
    }

    private static Spectrogram? Decode(ReadOnlySpan<byte> entry)
    {
        if (entry.Length < SHA256.HashSizeInBytes + HeaderLength)
        {
            return null;
        }

        ReadOnlySpan<byte> content = entry[SHA256.HashSizeInBytes..];
        ReadOnlySpan<int> header = MemoryMarshal.Cast<byte, int>(content[..HeaderLength]);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(entry[..SHA256.HashSizeInBytes]) || header[0] != Magic)
        {
            return null;
        }

        return new Spectrogram(header[1], header[2], header[3], MemoryMarshal.Cast<byte, float>(content[HeaderLength..]).ToArray());
    }

    private string PathOf(string key) => Path.Combine(_folder, key[..2], key + ".features");
}
