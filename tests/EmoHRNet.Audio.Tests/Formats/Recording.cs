namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>The files in Recordings, embedded in this assembly.</summary>
internal static class Recording
{
    public static byte[] Bytes(string name)
    {
        using Stream stream = typeof(Recording).Assembly.GetManifestResourceStream($"Recordings/{name}")
            ?? throw new ArgumentException($"There is no recording {name}.", nameof(name));
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static byte[] Half(string name)
    {
        byte[] bytes = Bytes(name);
        return bytes[..(bytes.Length / 2)];
    }
}
