using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Nautilus.Functions.Records;

/// <summary>
/// Finds the fields of the schema in an event's JSON. It copies only the names: all other slices are of the JSON that was
/// read, and one reader serves for all events.
/// </summary>
public sealed class EventReader
{
    /// <summary>The largest number of fields outside of the schema.</summary>
    public const int MaximumAttributes = 256;

    private readonly Slice[] _fields = new Slice[EventSchema.All.Length];
    private readonly EventAttribute[] _attributes = new EventAttribute[MaximumAttributes];
    private readonly ArrayBufferWriter<byte> _names = new(4096);
    private int _attributeCount;

    /// <summary>The time of the event, in UTC.</summary>
    public DateTime Time { get; private set; }

    /// <summary>The event's number; null if it has none.</summary>
    public double? Value { get; private set; }

    /// <summary>The fields outside of the schema, in the order of the event.</summary>
    public ReadOnlySpan<EventAttribute> Attributes => _attributes.AsSpan(0, _attributeCount);

    /// <summary>The names of the event's fields, to which the names of the attributes are slices.</summary>
    public ReadOnlySpan<byte> Names => _names.WrittenSpan;

    /// <summary>A field's value as a slice of the event's JSON. Text is without its quotes; a missing field is empty.</summary>
    /// <param name="field">The index of the field, such as <see cref="EventSchema.Type"/>.</param>
    public Slice this[int field] => _fields[field];

    /// <summary>Reads one event. Returns null for a good event, otherwise the reason of the failure.</summary>
    /// <param name="json">The event's JSON, in UTF-8.</param>
    public string? Read(ReadOnlySpan<byte> json)
    {
        Array.Clear(_fields);
        _attributeCount = 0;
        _names.ResetWrittenCount();
        Value = null;
        try
        {
            // Plain text is the most common mistake, and an exception takes longer than ten events.
            return !json.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? "the event is not a JSON object"
                : !Utf8.IsValid(json) ? "the event is not UTF-8"
                : Escapes.AreUnfit(json) ? "the event has a NUL or half of a surrogate pair"
                : ReadObject(json) ?? FindMissing();
        }
        catch (JsonException)
        {
            return "the event is not JSON";
        }
    }

    private string? ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? reason = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reason is null)
        {
            var name = ReadName(ref reader);
            var field = EventSchema.IndexOf(name.Of(Names));
            reader.Read();
            if (field < 0)
                reason = ReadAttribute(ref reader, name);
            else if (reader.TokenType != JsonTokenType.Null)
                reason = ReadField(ref reader, field);
        }

        // Reads on, because anything after the object is an error.
        return reason is not null || !reader.Read() ? reason : "the event is not JSON";
    }

    private string? ReadField(ref Utf8JsonReader reader, int index)
    {
        var field = EventSchema.All[index];
        if (!_fields[index].IsEmpty)
            return $"the event has {field.Name} twice";
        var text = TextOf(ref reader);
        if (text.Length > field.MaximumLength)
            return $"{field.Name} is longer than {field.MaximumLength} bytes";
        _fields[index] = text;
        return field.Kind switch
        {
            FieldKind.Word => IsWord(ref reader) ? null : $"{field.Name} is not text of letters, digits and _.-",
            FieldKind.Text => IsText(ref reader) ? null : $"{field.Name} is not text",
            FieldKind.Time => ReadTime(ref reader) ? null : $"{field.Name} is not a time between 2000 and 2100",
            _ => ReadValue(ref reader) ? null : $"{field.Name} is not a number",
        };
    }

    private string? ReadAttribute(ref Utf8JsonReader reader, Slice name)
    {
        var text = name.Of(Names);
        if (text.IsEmpty)
            return "the event has a field without a name";
        foreach (var attribute in Attributes)
            if (text.SequenceEqual(attribute.Name.Of(Names)))
                return "the event has a field twice";
        if (_attributeCount == MaximumAttributes)
            return $"the event has more than {MaximumAttributes} attributes";

        var type = reader.TokenType;
        _attributes[_attributeCount++] = new(name, TextOf(ref reader), type);
        return null;
    }

    private Slice ReadName(ref Utf8JsonReader reader)
    {
        var start = _names.WrittenCount;
        if (reader.ValueIsEscaped)
        {
            var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
            Append(unescaped.AsSpan(0, reader.CopyString(unescaped)));
            ArrayPool<byte>.Shared.Return(unescaped);
        }
        else
            Append(reader.ValueSpan);

        return new(start, _names.WrittenCount - start);
    }

    private void Append(ReadOnlySpan<byte> name) =>
        _names.Advance(FieldName.Normalize(name, _names.GetSpan(FieldName.MaximumLength(name.Length))));

    private static Slice TextOf(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType == JsonTokenType.String)
            return new(start + 1, reader.ValueSpan.Length);
        reader.Skip();
        return new(start, (int)reader.BytesConsumed - start);
    }

    private bool ReadTime(ref Utf8JsonReader reader)
    {
        var isTime = EventTime.TryRead(ref reader, out var time);
        Time = time;
        return isTime;
    }

    private bool ReadValue(ref Utf8JsonReader reader)
    {
        var isNumber = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value);
        Value = isNumber ? reader.GetDouble() : null;
        return isNumber;
    }

    private string? FindMissing()
    {
        for (var i = 0; i < _fields.Length; i++)
            if (_fields[i].IsEmpty && EventSchema.All[i].IsRequired)
                return $"the event has no {EventSchema.All[i].Name}";
        return null;
    }

    private static bool IsText(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.Number;

    private static bool IsWord(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueSpan.IndexOfAnyExcept(WordBytes) < 0;

    private static readonly SearchValues<byte> WordBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"u8);
}
