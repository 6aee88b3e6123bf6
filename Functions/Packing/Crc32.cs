namespace Nautilus.Functions.Packing;

/// <summary>The checksum of zip files: the one in .NET is internal.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Step((uint)index, 8))];

    public static uint Of(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var next in data)
            crc = Table[(byte)(crc ^ next)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Step(uint value, int bits) =>
        bits == 0 ? value : Step((value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320, bits - 1);
}
