namespace Nautilus.Functions.Runtime;

/// <summary>An answer of the server. The bytes of the body are valid until the next request.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? this[string name] =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Null without the header: the body is in chunks, or ends with the connection.</summary>
    public int? ContentLength => this["Content-Length"] is { } length ? ParseLength(length) : null;

    public bool IsChunked => "chunked".Equals(this["Transfer-Encoding"], StringComparison.OrdinalIgnoreCase);

    public bool Closes => "close".Equals(this["Connection"], StringComparison.OrdinalIgnoreCase);

    private static int ParseLength(string text) =>
        int.TryParse(text, out var length) && length >= 0
            ? length
            : throw new IOException($"Content-Length must be a number of bytes, got '{text}'");
}
