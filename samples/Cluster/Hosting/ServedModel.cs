using System.Security.Cryptography;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>The model of a silo.</summary>
/// <param name="Hash">The SHA-256 of the file: silos can work on the same job only if it is equal.</param>
internal sealed record ServedModel(string Hash)
{
    public static ServedModel Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new ServedModel(Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
