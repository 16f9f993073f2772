namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Sets permissions on systems that have them, and skips the test on others.</summary>
internal static class UnixPermissions
{
    public static void Set(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Needs Unix permissions.");
        }
        else
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
