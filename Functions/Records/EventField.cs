namespace Nautilus.Functions.Records;

public enum FieldKind
{
    /// <summary>Text that can be part of a path: letters, digits, and <c>_ . -</c></summary>
    Word,

    Text,
    Time,
    Number,
}

/// <summary>A field that events have by agreement. Its place in <see cref="EventSchema.Fields"/> is its index.</summary>
public sealed record EventField(string Name, FieldKind Kind, int MaximumLength = int.MaxValue)
{
    public bool IsRequired { get; init; }

    internal byte[] Utf8Name { get; } = System.Text.Encoding.UTF8.GetBytes(Name);
}
