using System.Security.Cryptography;

namespace EmoHRNet.Samples.Cluster.Hosting;

/// <summary>Which model a silo answers with.</summary>
/// <param name="Hash">The SHA-256 of the file: two silos may work on one job exactly when it is equal.</param>
internal sealed record ServedModel(string Hash)
{
    public static ServedModel Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        return new ServedModel(Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
