using System.IO.Compression;

namespace EmoHRNet.Tests.Build;

/// <summary>The library in the output of this test run's build.</summary>
public class RelaxedLibraryTests
{
    private const string Version = "GLIBCXX_3.4.32";
    private const ushort Weak = 2;

    [Fact]
    public void LibraryInOutput_ComparedWithThePackage_DiffersInOneFlagByteOnly()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        byte[] original = File.ReadAllBytes(BuildFacts.OriginalLibrary);
        byte[] relaxed = File.ReadAllBytes(BuildFacts.LibraryInOutput);
        (_, long flagsOffset, ushort flags, _) = new ElfImage(original).VersionRequirements().Single(r => r.Name == Version);

        Assert.Equal(original.Length, relaxed.Length);
        int difference = Assert.Single(Enumerable.Range(0, original.Length), i => original[i] != relaxed[i]);
        Assert.Equal(flagsOffset, difference);
        Assert.Equal(0, flags);
        Assert.Equal(Weak, relaxed[difference]);
    }

    [Fact]
    public void LibraryInOutput_VersionRequirements_AreThoseOfThePackageWithOneWeak()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        var original = new ElfImage(File.ReadAllBytes(BuildFacts.OriginalLibrary)).VersionRequirements().ToList();
        var relaxed = new ElfImage(File.ReadAllBytes(BuildFacts.LibraryInOutput)).VersionRequirements().ToList();

        Assert.Equal(original.Select(r => r.Name), relaxed.Select(r => r.Name));
        Assert.Equal([Version], relaxed.Where(r => (r.Flags & Weak) != 0).Select(r => r.Name));
    }

    /// <summary>The premise of the patch: the library uses no symbol of that version.</summary>
    [Fact]
    public void OriginalLibrary_Relocations_UseNoSymbolOfTheRelaxedVersion()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        var image = new ElfImage(File.ReadAllBytes(BuildFacts.OriginalLibrary));
        Dictionary<string, ushort> indices = image.VersionRequirements().DistinctBy(r => r.Name).ToDictionary(r => r.Name, r => r.Index);
        var used = image.VersionsOfRelocatedSymbols().ToHashSet();

        Assert.Contains(indices["GLIBCXX_3.4.30"], used.Select(v => (ushort)v));
        Assert.DoesNotContain(indices[Version], used.Select(v => (ushort)v));
    }

    [Fact]
    public void OriginalLibrary_AfterTheBuild_IsWhatThePackageHolds()
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        var native = new DirectoryInfo(Path.GetDirectoryName(BuildFacts.OriginalLibrary)!);
        DirectoryInfo package = native.Parent!.Parent!.Parent!;
        FileInfo? archive = package.GetFiles("torchsharp.*.nupkg").SingleOrDefault();
        Assert.SkipWhen(archive is null, "The package cache keeps no archive to compare with.");

        using ZipArchive zip = ZipFile.OpenRead(archive.FullName);
        using Stream entry = zip.GetEntry("runtimes/linux-x64/native/libLibTorchSharp.so")!.Open();
        using var published = new MemoryStream();
        entry.CopyTo(published);
        Assert.True(published.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(BuildFacts.OriginalLibrary)));
    }

    [Theory]
    [InlineData("libLibTorchSharp.so")]
    [InlineData("libtorch_cpu.so")]
    public void NativesInOutput_OnLinux_AreLinksNotCopies(string name)
    {
        BuildFacts.SkipWhereNothingIsReplaced();
        Assert.SkipUnless(PackageCacheAndOutputShareAVolume(), "Files of the package cache cannot be linked into this output folder.");

        Assert.True(FileLinks.Count(Path.Combine(BuildFacts.NativeFolder, name)) > 1);
    }

    private static bool PackageCacheAndOutputShareAVolume()
    {
        string probe = Path.Combine(AppContext.BaseDirectory, Guid.NewGuid().ToString("N"));
        try
        {
            return FileLinks.TryCreate(BuildFacts.OriginalLibrary, probe);
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
