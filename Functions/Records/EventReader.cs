using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Nautilus.Functions.Records;

/// <summary>
/// Where an event's JSON has what the schema asks for. Nothing is copied but the names: the slices are of the JSON that was
/// read, and one object serves for all events.
/// </summary>
public sealed class EventReader
{
    public const int MaximumAttributes = 256;

    private readonly Slice[] _fields = new Slice[EventSchema.All.Length];
    private readonly EventAttribute[] _attributes = new EventAttribute[MaximumAttributes];
    private readonly ArrayBufferWriter<byte> _names = new(4096);
    private int _attributeCount;

    public DateTime Time { get; private set; }

    /// <summary>Null without a value.</summary>
    public double? Value { get; private set; }

    public ReadOnlySpan<EventAttribute> Attributes => _attributes.AsSpan(0, _attributeCount);

    /// <summary>The buffer of the attributes' names.</summary>
    public ReadOnlySpan<byte> Names => _names.WrittenSpan;

    /// <summary>A field's text in JSON without its quotes; empty when the event does not have it.</summary>
    public Slice this[int field] => _fields[field];

    /// <summary>Null for a good event, else what is wrong with it.</summary>
    public string? Read(ReadOnlySpan<byte> json)
    {
        Array.Clear(_fields);
        _attributeCount = 0;
        _names.ResetWrittenCount();
        Value = null;
        try
        {
            // Plain text is the commonest of what is no event, and an exception takes longer than ten events.
            return !json.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? "it is not a JSON object"
                : !Utf8.IsValid(json) ? "it is not UTF-8"
                : Escapes.AreUnfit(json) ? "it has a NUL or half a character"
                : ReadObject(json) ?? FindMissing();
        }
        catch (JsonException)
        {
            return "it is not JSON";
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

        // Fails on what follows the object.
        return reason is not null || !reader.Read() ? reason : "it is not JSON";
    }

    private string? ReadField(ref Utf8JsonReader reader, int index)
    {
        var field = EventSchema.All[index];
        if (!_fields[index].IsEmpty)
            return $"it has {field.Name} twice";
        var text = TextOf(ref reader);
        if (text.Length > field.MaximumLength)
            return $"{field.Name} is longer than {field.MaximumLength} bytes";
        _fields[index] = text;
        return field.Kind switch
        {
            FieldKind.Word => reader.TokenType == JsonTokenType.String && IsWord(reader.ValueSpan) ? null : $"{field.Name} is not of letters, digits and _.-",
            FieldKind.Text => reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? null : $"{field.Name} is not text",
            FieldKind.Time => ReadTime(ref reader) ? null : $"{field.Name} is not a time between 2000 and 2100",
            _ => ReadValue(ref reader) ? null : $"{field.Name} is not a number",
        };
    }

    private string? ReadAttribute(ref Utf8JsonReader reader, Slice name)
    {
        var text = name.Of(Names);
        if (text.IsEmpty)
            return "it has a field without a name";
        foreach (var attribute in Attributes)
            if (text.SequenceEqual(attribute.Name.Of(Names)))
                return "it has a field twice";
        if (_attributeCount == MaximumAttributes)
            return $"it has more than {MaximumAttributes} attributes";

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
                return $"it has no {EventSchema.All[i].Name}";
        return null;
    }

    private static bool IsWord(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept(WordBytes) < 0;

    private static readonly SearchValues<byte> WordBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"u8);
}
