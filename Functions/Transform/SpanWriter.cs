namespace Nautilus.Functions.Transform;

/// <summary>Writes into bytes that were asked for at once, and are enough: a dozen small texts a record are most of what is written.</summary>
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

    /// <summary>So many bytes of the rest were written by somebody else.</summary>
    public void Advance(int length) => Written += length;
}
