using System.Text;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Core.Tests.Corpora;

/// <summary>A folder of small, valid WAV files with the names of a corpus; all files differ.</summary>
public sealed class CorpusTree : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private short _next;

    public string Path => _folder.Path;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static CorpusTree Of(IEnumerable<string> names)
    {
        CorpusTree tree = new();
        foreach (string name in names)
        {
            tree.Add(name);
        }

        return tree;
    }

    public void Add(string name) => Write(name, Wav(++_next));

    public void Write(string name, byte[] content)
    {
        string path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Four samples of 16-bit mono at 16 kHz.</summary>
    private static byte[] Wav(short sample)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Encoding.ASCII.GetBytes("RIFF"));
        writer.Write(36 + 8);
        writer.Write(Encoding.ASCII.GetBytes("WAVEfmt "));
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(16000);
        writer.Write(32000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write(Encoding.ASCII.GetBytes("data"));
        writer.Write(8);
        for (int i = 0; i < 4; i++)
        {
            writer.Write(sample);
        }

        return stream.ToArray();
    }
}
