using System.Buffers.Binary;
using System.Text;

namespace Tests.Functions;

/// <summary>The versions of system libraries that a 64-bit Linux program needs, from its section .gnu.version_r.</summary>
internal sealed class ElfFile(byte[] bytes)
{
    private const int VersionsNeeded = 0x6ffffffe;

    /// <summary>The versions, such as <c>GLIBC_2.17</c>.</summary>
    public IReadOnlyList<string> NeededVersions
    {
        get
        {
            bytes[..5].Should().Equal([0x7F, .. "ELF"u8, 2], "it must be a 64-bit program of Linux");
            var (table, size, count) = ((int)UInt64(0x28), UInt16(0x3A), UInt16(0x3C));
            var sections = Enumerable.Range(0, count).Select(i => table + i * size).ToArray();
            var needed = sections.Single(section => UInt32(section + 4) == VersionsNeeded);
            var names = (int)UInt64(sections[UInt32(needed + 0x28)] + 0x18);
            return [.. Needed((int)UInt64(needed + 0x18), UInt32(needed + 0x2C)).Select(name => Text(names + name)).Distinct()];
        }
    }

    // A list of libraries, each with a list of versions. Every entry has the offset of the next one.
    private IEnumerable<int> Needed(int library, int libraries)
    {
        for (; libraries > 0; libraries--, library += UInt32(library + 12))
        {
            var version = library + UInt32(library + 8);
            for (var left = UInt16(library + 2); left > 0; left--, version += UInt32(version + 12))
                yield return UInt32(version + 8);
        }
    }

    private string Text(int start) => Encoding.ASCII.GetString(bytes, start, Array.IndexOf(bytes, (byte)0, start) - start);

    private int UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));

    private int UInt32(int offset) => (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(offset));
}
