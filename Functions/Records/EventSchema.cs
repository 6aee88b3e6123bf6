namespace Nautilus.Functions.Records;

/// <summary>
/// What producers agree on. All else that an event says is kept as well, as text, under <c>attributes</c>: a table over
/// the events needs no new column when a producer adds a field.
/// </summary>
public static class EventSchema
{
    public const int Type = 0;
    public const int Time = 1;
    public const int Id = 2;
    public const int Source = 3;
    public const int Value = 4;

    public static IReadOnlyList<EventField> Fields => All;

    internal static EventField[] All { get; } =
    [
        new("event_type", FieldKind.Word, MaximumLength: 64) { IsRequired = true },
        new("event_time", FieldKind.Time) { IsRequired = true },
        new("event_id", FieldKind.Text, MaximumLength: 256),
        new("source", FieldKind.Text, MaximumLength: 256),
        new("value", FieldKind.Number),
    ];

    /// <summary>The field's index, or -1.</summary>
    internal static int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < All.Length; i++)
            if (name.SequenceEqual(All[i].Utf8Name))
                return i;
        return -1;
    }
}
