using System.Buffers.Binary;
using System.Text;

namespace EmoHRNet.Tests.Build;

/// <summary>
/// Reads a 64-bit little-endian ELF library the way the loader does, from program headers and the dynamic table;
/// the patch of the build reads section headers, so the two are independent.
/// </summary>
internal sealed class ElfImage
{
    private const int Load = 1;
    private const int Dynamic = 2;
    private readonly byte[] _bytes;
    private readonly List<(long Address, long Offset, long Size)> _segments = [];
    private readonly Dictionary<long, long> _dynamic = [];

    public ElfImage(byte[] bytes)
    {
        _bytes = bytes;
        int size = UInt16(54);
        long dynamicOffset = 0;
        for (int i = 0; i < UInt16(56); i++)
        {
            long header = Int64(32) + (i * size);
            (int type, long offset) = (Int32(header), Int64(header + 8));
            if (type == Load)
            {
                _segments.Add((Int64(header + 16), offset, Int64(header + 32)));
            }
            else if (type == Dynamic)
            {
                dynamicOffset = offset;
            }
        }

        for (long entry = dynamicOffset; Int64(entry) != 0; entry += 16)
        {
            _dynamic.TryAdd(Int64(entry), Int64(entry + 8));
        }
    }

    /// <summary>Every version requirement (DT_VERNEED): its name, the file offset of its flags, the flags, and its index.</summary>
    public IEnumerable<(string Name, long FlagsOffset, ushort Flags, ushort Index)> VersionRequirements()
    {
        long strings = Offset(_dynamic[5]);
        long record = Offset(_dynamic[0x6ffffffe]);
        for (long files = _dynamic[0x6fffffff]; files > 0; files--)
        {
            long entry = record + Int32(record + 8);
            for (int count = UInt16(record + 2); count > 0; count--)
            {
                yield return (Text(strings + Int32(entry + 8)), entry + 4, UInt16(entry + 4), UInt16(entry + 6));
                entry += Int32(entry + 12);
            }

            record += Int32(record + 12);
        }
    }

    /// <summary>The version indices of all symbols that a relocation (DT_RELA, DT_JMPREL) refers to.</summary>
    public IEnumerable<int> VersionsOfRelocatedSymbols()
    {
        long versions = Offset(_dynamic[0x6ffffff0]);
        return Relocations(7, 8).Concat(Relocations(23, 2)).Select(symbol => UInt16(versions + (2 * symbol)) & 0x7fff);
    }

    private IEnumerable<long> Relocations(long table, long size)
    {
        long start = Offset(_dynamic[table]);
        for (long at = start; at < start + _dynamic[size]; at += 24)
        {
            yield return Int64(at + 8) >>> 32;
        }
    }

    private long Offset(long address)
    {
        (long start, long offset, _) = _segments.Single(s => address >= s.Address && address < s.Address + s.Size);
        return address - start + offset;
    }

    private string Text(long offset) =>
        Encoding.ASCII.GetString(_bytes, (int)offset, Array.IndexOf(_bytes, (byte)0, (int)offset) - (int)offset);

    private ushort UInt16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan((int)offset));

    private int Int32(long offset) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan((int)offset));

    private long Int64(long offset) => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan((int)offset));
}
