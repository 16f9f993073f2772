namespace EmoHRNet.Audio.Tests.Formats;

/// <summary>Sets permissions where the system has them, and skips the test where not.</summary>
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
