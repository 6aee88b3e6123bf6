namespace Nautilus.Functions.Records;

/// <summary>
/// The fields that producers agree on. All other fields of an event are kept as text under <c>attributes</c>: a table over the
/// events needs no new column when a producer adds a field.
/// </summary>
public static class EventSchema
{
    /// <summary>The index of <c>event_type</c>.</summary>
    public const int Type = 0;

    /// <summary>The index of <c>event_time</c>.</summary>
    public const int Time = 1;

    /// <summary>The index of <c>event_id</c>.</summary>
    public const int Id = 2;

    /// <summary>The index of <c>source</c>.</summary>
    public const int Source = 3;

    /// <summary>The index of <c>value</c>.</summary>
    public const int Value = 4;

    /// <summary>All fields, by their index.</summary>
    public static IReadOnlyList<EventField> Fields => All;

    internal static EventField[] All { get; } =
    [
        new("event_type", FieldKind.Word, MaximumLength: 64) { IsRequired = true },
        new("event_time", FieldKind.Time) { IsRequired = true },
        new("event_id", FieldKind.Text, MaximumLength: 256),
        new("source", FieldKind.Text, MaximumLength: 256),
        new("value", FieldKind.Number),
    ];

    /// <summary>The index of the field, or -1.</summary>
    internal static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < All.Length; i++)
            if (name.SequenceEqual(All[i].Utf8Name))
                return i;
        return -1;
    }
}
