using System.Runtime.InteropServices;

namespace EmoHRNet.Runtime;

/// <summary>Optional settings of the whole process that make libtorch on the CPU faster.</summary>
public static class TorchRuntime
{
    /// <summary>
    /// Lets the C library keep the memory of disposed tensors for the next ones, instead of returning every block above about 128 KiB to
    /// the system and requesting zeroed pages for each layer. Makes training and batches on Linux faster
    /// (docs/performance.md), but the process keeps its peak size.
    /// </summary>
    /// <remarks>
    /// <para>Raises glibc's M_MMAP_THRESHOLD to its maximum of 32 MiB and M_TRIM_THRESHOLD out of reach, and lets all threads share one
    /// arena (M_ARENA_MAX), as the environment variables MALLOC_MMAP_THRESHOLD_, MALLOC_TRIM_THRESHOLD_ and MALLOC_ARENA_MAX do. Call it
    /// once, before the first tensor. It changes the process, not only this library, so an application decides; libraries should not.</para>
    /// <para>Other systems, and other C libraries on Linux (musl), have no such settings; there it does nothing.</para>
    /// </remarks>
    /// <returns>Whether the settings took effect.</returns>
    public static bool KeepFreedMemory() =>
        IsGlibc()
        && SetMallocOption(MallocOption.MmapThreshold, MaximumMmapThreshold)
        && SetMallocOption(MallocOption.TrimThreshold, int.MaxValue)
        && SetMallocOption(MallocOption.ArenaMaximum, 1);

    private const string GlibcLibrary = "libc.so.6";
    private const int MaximumMmapThreshold = 32 << 20;

    // From malloc.h; part of glibc's binary interface.
    private enum MallocOption
    {
        TrimThreshold = -1,
        MmapThreshold = -3,
        ArenaMaximum = -8,
    }

    private static bool SetMallocOption(MallocOption option, int value) => Mallopt((int)option, value) == 1;

    private static bool IsGlibc()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(GlibcLibrary, out nint handle))
        {
            return false;
        }

        // musl offers the file name for compatibility, but not this function.
        bool found = NativeLibrary.TryGetExport(handle, "gnu_get_libc_version", out _);
        NativeLibrary.Free(handle);
        return found;
    }

    [DllImport(GlibcLibrary, EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Mallopt(int option, int value);
}
