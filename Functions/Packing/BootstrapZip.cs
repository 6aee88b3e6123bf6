using System.IO.Compression;
using System.Text;

namespace Nautilus.Functions.Packing;

/// <summary>
/// The zip that Lambda expects for a custom runtime: one executable file named <c>bootstrap</c>. The same program always gives
/// the same bytes, on every system: ZipArchive would write the time, and on Windows no permission to execute.
/// </summary>
internal static class BootstrapZip
{
    private const string Name = "bootstrap";
    private const ushort Version = 20;
    private const ushort Deflate = 8;
    private const ushort Midnight = 0;
    private const ushort NewYear1980 = (1 << 5) | 1;
    private const ushort Unix = 3 << 8;
    private const uint ExecutableFile = 0x81EDu << 16; // -rwxr-xr-x

    public static byte[] Of(byte[] program)
    {
        var deflated = Compress(program);
        var entry = Entry(program, deflated);
        using var zip = new MemoryStream();
        using var writer = new BinaryWriter(zip);

        writer.Write("PK\x03\x04"u8);
        writer.Write(entry);
        writer.Write(Encoding.ASCII.GetBytes(Name));
        writer.Write(deflated);

        var directory = (uint)zip.Position;
        writer.Write("PK\x01\x02"u8);
        writer.Write((ushort)(Unix | Version));
        writer.Write(entry);
        writer.Write((ushort)0); // comment
        writer.Write((ushort)0); // disk
        writer.Write((ushort)0); // internal attributes
        writer.Write(ExecutableFile);
        writer.Write(0u); // offset of the entry
        writer.Write(Encoding.ASCII.GetBytes(Name));

        var size = (uint)zip.Position - directory;
        writer.Write("PK\x05\x06"u8);
        writer.Write(0u); // disks
        writer.Write((ushort)1);
        writer.Write((ushort)1);
        writer.Write(size);
        writer.Write(directory);
        writer.Write((ushort)0); // comment
        writer.Flush();
        return zip.ToArray();
    }

    /// <summary>The fields that the entry's header and its copy in the central directory share.</summary>
    private static byte[] Entry(byte[] program, byte[] deflated)
    {
        using var entry = new MemoryStream();
        using var writer = new BinaryWriter(entry);
        writer.Write(Version);
        writer.Write((ushort)0); // flags
        writer.Write(Deflate);
        writer.Write(Midnight);
        writer.Write(NewYear1980);
        writer.Write(Crc32.Of(program));
        writer.Write((uint)deflated.Length);
        writer.Write((uint)program.Length);
        writer.Write((ushort)Name.Length);
        writer.Write((ushort)0); // extra
        writer.Flush();
        return entry.ToArray();
    }

    private static byte[] Compress(byte[] program)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal))
            deflate.Write(program);
        return deflated.ToArray();
    }
}
