using System.Runtime.InteropServices;

namespace EmoHRNet.Tests;

/// <summary>The native bytes in use by the allocator's count: exact, unlike the memory of the process, which includes the heap's reserve.</summary>
internal static class NativeMemory
{
    /// <summary>Bytes that were allocated and not freed, or null where the C library does not count them (it is not glibc 2.33 or newer).</summary>
    public static long? InUse()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            AllocatorCounters counters = Count();
            return (long)(counters.InArenas + counters.InMappings);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallinfo2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern AllocatorCounters Count();

    /// <summary>struct mallinfo2 of malloc.h.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 10 * 8)]
    private struct AllocatorCounters
    {
        /// <summary>hblkhd</summary>
        [FieldOffset(4 * 8)]
        public nuint InMappings;

        /// <summary>uordblks</summary>
        [FieldOffset(7 * 8)]
        public nuint InArenas;
    }
}
