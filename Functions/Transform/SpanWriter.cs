namespace Nautilus.Functions.Transform;

/// <summary>
/// Writes into bytes that were requested once and are enough, because most of the output is a dozen short texts for each record.
/// </summary>
internal ref struct SpanWriter(Span<byte> space)
{
    private readonly Span<byte> _space = space;

    public int Written { get; private set; }

    public readonly Span<byte> Rest => _space[Written..];

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Rest);
        Written += text.Length;
    }

    /// <summary>Counts bytes that the caller wrote into <see cref="Rest"/>.</summary>
    public void Advance(int length) => Written += length;
}
