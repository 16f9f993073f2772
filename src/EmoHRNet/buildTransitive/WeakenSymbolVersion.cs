using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies an ELF library and sets VER_FLG_WEAK on one entry of its version requirements (section .gnu.version_r),
/// so that the loader accepts a system without that symbol version. Nothing else in the file changes; a library without
/// that requirement is copied unchanged.
/// </summary>
public sealed class WeakenSymbolVersion : Task
{
    private const int SectionTypeVersionNeed = 0x6ffffffe;
    private const ushort VersionFlagWeak = 2;

    [Required] public string Source { get; set; } = "";

    [Required] public string Destination { get; set; } = "";

    [Required] public string SymbolVersion { get; set; } = "";

    public override bool Execute()
    {
        try
        {
            byte[] image = File.ReadAllBytes(Source);
            Weaken(image);
            WriteAtomically(image);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException || e is UnauthorizedAccessException)
        {
            Log.LogError(null, "EMOHRNET001", null, Source, 0, 0, 0, 0,
                "EmoHRNetRelaxGlibcxx: {0} The file may be damaged; restore the package again, or set EmoHRNetRelaxGlibcxx to false to build with the library as published.", e.Message);
            return false;
        }
    }

    private void Weaken(byte[] image)
    {
        if (image.Length < 64 || BitConverter.ToUInt32(image, 0) != 0x464c457f || image[4] != 2 || image[5] != 1)
        {
            throw new InvalidDataException("expected a 64-bit little-endian ELF library, found something else.");
        }

        int flags = FindRequirementFlags(image);
        if (flags < 0)
        {
            Log.LogMessage("{0} does not ask for {1}; it is used as published.", Source, SymbolVersion);
            return;
        }

        ushort weakened = (ushort)(BitConverter.ToUInt16(image, flags) | VersionFlagWeak);
        BitConverter.GetBytes(weakened).CopyTo(image, flags);
    }

    // The offset of the flags in the file, or -1 without such a requirement.
    // Elf64_Verneed: version 0, count 2, file 4, first entry 8, next record 12.
    // Elf64_Vernaux: hash 0, flags 4, other 6, name 8, next entry 12.
    private int FindRequirementFlags(byte[] image)
    {
        int section = FindVersionNeedSection(image, out int strings);
        for (int record = section, step = -1; step != 0; record += step)
        {
            int entry = record + Int32(image, record + 8);
            for (int left = UInt16(image, record + 2); left > 0; left--)
            {
                if (Name(image, strings + Int32(image, entry + 8)) == SymbolVersion)
                {
                    return entry + 4;
                }

                entry += Int32(image, entry + 12);
            }

            step = Int32(image, record + 12);
            if (step < 0)
            {
                throw new InvalidDataException("the version requirements point backwards.");
            }
        }

        return -1;
    }

    // Elf64_Ehdr: section headers 40, header size 58, count 60. Elf64_Shdr: type 4, offset 24, link 40.
    private static int FindVersionNeedSection(byte[] image, out int strings)
    {
        int headers = Int32(image, 40);
        int size = UInt16(image, 58);
        for (int i = 0; i < UInt16(image, 60); i++)
        {
            int header = headers + i * size;
            if (Int32(image, header + 4) == SectionTypeVersionNeed)
            {
                strings = Int32(image, headers + Int32(image, header + 40) * size + 24);
                return Int32(image, header + 24);
            }
        }

        throw new InvalidDataException("found no version requirements (.gnu.version_r).");
    }

    private static int Int32(byte[] image, int offset) => BitConverter.ToInt32(image, Checked(image, offset, 4));

    private static ushort UInt16(byte[] image, int offset) => BitConverter.ToUInt16(image, Checked(image, offset, 2));

    private static string Name(byte[] image, int offset)
    {
        int end = Array.IndexOf(image, (byte)0, Checked(image, offset, 1));
        return end < 0 ? "" : Encoding.ASCII.GetString(image, offset, end - offset);
    }

    private static int Checked(byte[] image, int offset, int length) =>
        offset >= 0 && offset <= image.Length - length
            ? offset
            : throw new InvalidDataException("an offset in the ELF headers points outside the file.");

    // Outputs may be hard links to Destination, so it is replaced by a new file and never written in place.
    private void WriteAtomically(byte[] image)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Destination)!);
        string temporary = Destination + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(temporary, image);
        File.Delete(Destination);
        File.Move(temporary, Destination);
    }
}
