namespace Nautilus.Functions.Records;

/// <summary>A field of the schema. Its position in <see cref="EventSchema.Fields"/> is its index.</summary>
/// <param name="Name">The name in snake case. Producers can write it in any case.</param>
/// <param name="Kind">The values that the field can have.</param>
/// <param name="MaximumLength">The largest number of bytes of the value in the event's JSON.</param>
public sealed record EventField(string Name, FieldKind Kind, int MaximumLength = int.MaxValue)
{
    /// <summary>Whether an event without this field fails.</summary>
    public bool IsRequired { get; init; }

    internal byte[] Utf8Name { get; } = System.Text.Encoding.UTF8.GetBytes(Name);
}
