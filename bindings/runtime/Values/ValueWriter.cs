using System.Collections;
using System.Globalization;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Writes .NET values as the kernel reads them.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number:
                WriteNumber(json, number);
                break;
            case DeputyBase deputy:
                WriteReference(json, deputy.Reference);
                break;
            case short or ushort or int or uint or long or ulong or float:
                WriteNumber(json, Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                json.WriteStartObject();
                json.WriteString("$jsii.date"u8, date);
                json.WriteEndObject();
                break;
            case Array values:
                WriteArray(json, values);
                break;
            default:
                WriteByType(json, value);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, double number) => json.WriteNumberValue(double.IsFinite(number) ? number
        : throw new ArgumentException($"Could not convert argument '{number}' to Jsii: a number must be finite"));

    private static void WriteReference(Utf8JsonWriter json, ByRefValue reference)
    {
        json.WriteStartObject();
        json.WriteString("$jsii.byref"u8, reference.Value);
        json.WriteStartArray("$jsii.interfaces"u8);
        foreach (var name in reference.Interfaces)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, Array values)
    {
        json.WriteStartArray();
        if (values is object?[] objects)
            foreach (var value in objects)
                Write(json, value);
        else
            foreach (var value in values)
                Write(json, value);
        json.WriteEndArray();
    }

    private static void WriteByType(Utf8JsonWriter json, object value)
    {
        if (NamedWriter.Of(value.GetType()) is { } writer)
            writer.Write(json, value);
        else if (value is IDictionary<string, object> objects)
            WriteMap(json, objects);
        else if (value is IDictionary<string, string> texts)
            WriteMap(json, texts);
        else if (value is IDictionary map && IsOfTexts(value.GetType()))
            WriteMap(json, Entries(map));
        else if (!JsonTokens.TryWrite(json, value))
            throw new ArgumentException($"Could not convert argument '{value}' to Jsii: a value of the type {value.GetType()} has no "
                + "JavaScript form. Use an array for a list, and a Dictionary<string, object> for a map");
    }

    private static bool IsOfTexts(Type type) => type.GetInterfaces().Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IDictionary<,>) && face.GetGenericArguments()[0] == typeof(string));

    // The enumerator of IDictionary has entries, and that of IEnumerable has pairs of the map's own type.
    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
            yield return KeyValuePair.Create((string)entry.Key, entry.Value);
    }

    private static void WriteMap<T>(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, T>> map)
    {
        json.WriteStartObject();
        json.WriteStartObject("$jsii.map"u8);
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
