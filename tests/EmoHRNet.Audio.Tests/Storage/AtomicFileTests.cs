using EmoHRNet.Audio.Storage;
using EmoHRNet.TestSupport;

namespace EmoHRNet.Audio.Tests.Storage;

public class AtomicFileTests
{
    [Fact]
    public void Write_NewAndOldFile_HoldsTheNewContentAlone()
    {
        using TemporaryFolder folder = new();
        AtomicFile.Write(folder["model"], stream => stream.Write([1, 2, 3]));
        AtomicFile.Write(folder["model"], stream => stream.Write([4]));
        Assert.Equal([4], File.ReadAllBytes(folder["model"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_DiskFullHalfway_KeepsTheOldFileAndLeavesNothingBehind()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["model"], [1, 2, 3]);
        Assert.Throws<IOException>(() => AtomicFile.Write(folder["model"], stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("No space left on device");
        }));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["model"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Write_ReadOnlyFolder_KeepsTheOldFile()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Folder permissions do not bind this user.");
            return;
        }

        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["model"], [1, 2, 3]);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(folder["model"], stream => stream.Write([4])));
            Assert.Equal([1, 2, 3], File.ReadAllBytes(folder["model"]));
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Write_FolderThatNobodyMayWrite_Throws()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc on this system.");
        Assert.ThrowsAny<SystemException>(() => AtomicFile.Write("/proc/self/model", stream => stream.Write([4])));
    }

    [Fact]
    public void Write_ThroughSymbolicLink_ReplacesWhatItPointsTo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder["model-v1"], [1]);
        File.CreateSymbolicLink(folder["model"], folder["model-v1"]);
        AtomicFile.Write(folder["model"], stream => stream.Write([2]));
        Assert.NotNull(new FileInfo(folder["model"]).LinkTarget);
        Assert.Equal([2], File.ReadAllBytes(folder["model-v1"]));
    }

    [Fact]
    public void Write_ToDirectoryOrMissingFolder_SaysSo()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("directory", Assert.Throws<IOException>(() => AtomicFile.Write(folder.Path, _ => { })).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(folder["none/model"], _ => { }));
    }
}
