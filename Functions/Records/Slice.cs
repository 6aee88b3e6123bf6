namespace Nautilus.Functions.Records;

/// <summary>A range of bytes in a buffer.</summary>
/// <param name="Start">The index of the first byte.</param>
/// <param name="Length">The number of bytes.</param>
public readonly record struct Slice(int Start, int Length)
{
    /// <summary>Whether the range has no bytes.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The bytes of the range.</summary>
    /// <param name="buffer">The buffer to which the range belongs.</param>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> buffer) => buffer.Slice(Start, Length);
}
