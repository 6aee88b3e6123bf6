using System.Buffers.Binary;

namespace Nautilus.Functions.Aggregate;

/// <summary>
/// Hashes of the last records of a window, to find duplicates: Lambda can deliver a record twice, and a producer can put an
/// event twice. A duplicate that comes after more than <see cref="Capacity"/> other records is not detected.
/// </summary>
internal sealed class SeenRecords
{
    public const int Capacity = 8192;

    private readonly HashSet<ulong> _hashes = new(Capacity);
    private readonly Queue<ulong> _order = new(Capacity);

    /// <summary>Returns false for a duplicate.</summary>
    public bool Add(ReadOnlySpan<byte> identity, int index)
    {
        var hash = Hash(identity, index);
        if (!_hashes.Add(hash))
            return false;
        _order.Enqueue(hash);
        if (_order.Count > Capacity)
            _hashes.Remove(_order.Dequeue());
        return true;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[_order.Count * sizeof(ulong)];
        var place = 0;
        foreach (var hash in _order)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(sizeof(ulong) * place++), hash);
        return bytes;
    }

    public static SeenRecords Of(ReadOnlySpan<byte> bytes)
    {
        var seen = new SeenRecords();
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var hash = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (seen._hashes.Add(hash))
                seen._order.Enqueue(hash);
        }

        return seen;
    }

    // FNV-1a: the state outlives the process, so all processes must compute the same hash.
    private static ulong Hash(ReadOnlySpan<byte> identity, int index)
    {
        var hash = 14695981039346656037UL;
        foreach (var next in identity)
            hash = (hash ^ next) * 1099511628211UL;
        return (hash ^ (uint)index) * 1099511628211UL;
    }
}
