using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Reads answers of the kernel. A text, the commonest result, is read without a document.</summary>
internal static class Answer
{
    private static ReadOnlySpan<byte> Ok => "{\"ok\":"u8;

    public static bool IsOk(ReadOnlySpan<byte> line) => line.StartsWith(Ok);

    public static bool IsCallback(ReadOnlySpan<byte> line) => line.StartsWith("{\"callback\":"u8);

    /// <summary>The content of the answer.</summary>
    public static JsonElement Content(ReadOnlySpan<byte> line) => Document(line).EnumerateObject().First().Value;

    /// <summary>The reference that a new object has got.</summary>
    public static ByRefValue Reference(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line[Ok.Length..]);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("$jsii.byref"u8) && reader.Read())
                return new(reader.GetString()!, []);
        throw NodeProcess.NoAnswer(line);
    }

    /// <summary>The result of a property or a method, as the type that generated code asks for.</summary>
    public static T? Result<T>(ReadOnlySpan<byte> line, Member member)
    {
        var reader = new Utf8JsonReader(line[Ok.Length..]);
        reader.Read();
        // {"value":…} of a property, {"result":…} of a method, and {} where the value is undefined.
        var hasValue = reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.Read();
        if (typeof(T) == typeof(string) && hasValue && reader.TokenType == JsonTokenType.String)
            return (T)(object)reader.GetString()!;
        return (T?)ValueReader.Read(member, typeof(T), hasValue ? JsonElement.ParseValue(ref reader) : default);
    }

    /// <summary>The exception for an answer that reports an error.</summary>
    public static Exception Failure(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("{\"error\":"u8))
            return NodeProcess.NoAnswer(line);
        var error = Document(line);
        var message = error.GetProperty("error").GetString() ?? "";
        var isFault = error.TryGetProperty("name", out var name) && name.ValueEquals("@jsii/kernel.Fault"u8);
#pragma warning disable CA2201 // Users catch what the official runtime throws: a plain Exception for an error of JavaScript code.
        return isFault ? new JsiiError(message) : new Exception(message);
#pragma warning restore CA2201
    }

    private static JsonElement Document(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            throw NodeProcess.NoAnswer(line);
        }
    }
}
