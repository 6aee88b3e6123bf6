namespace Nautilus.Functions.Runtime;

/// <summary>What a server said. The body's bytes are gone with the next request.</summary>
internal sealed record HttpAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public string? this[string name] =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Null where it is not told: the body is in chunks, or lasts as long as the connection.</summary>
    public int? ContentLength => this["Content-Length"] is { } length ? ParseLength(length) : null;

    public bool IsChunked => "chunked".Equals(this["Transfer-Encoding"], StringComparison.OrdinalIgnoreCase);

    public bool Closes => "close".Equals(this["Connection"], StringComparison.OrdinalIgnoreCase);

    private static int ParseLength(string text) =>
        int.TryParse(text, out var length) && length >= 0 ? length : throw new IOException($"'{text}' is no length of a body");
}
