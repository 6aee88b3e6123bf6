using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

#pragma warning disable CA1001 // The writer has nothing to release, and requests are used until the process ends.

namespace Amazon.JSII.Runtime;

/// <summary>A request to the kernel: one line of JSON, written as UTF-8. Requests are used again.</summary>
internal sealed class Request
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly Stack<Request> Idle = [];

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 12);
    private readonly Utf8JsonWriter _json;

    private Request() => _json = new(_bytes, new() { Encoder = Encoder, SkipValidation = true });

    public static Request Begin(ReadOnlySpan<byte> api) => Begin().With("api"u8, api);

    /// <summary>Begins the answer to a callback that JavaScript waits for.</summary>
    public static Request BeginCompletion()
    {
        var request = Begin();
        request._json.WriteStartObject("complete"u8);
        return request.With("api"u8, "complete"u8);
    }

    public Request With(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        _json.WriteString(name, value);
        return this;
    }

    public Request With(ReadOnlySpan<byte> name, string value)
    {
        _json.WriteString(name, value);
        return this;
    }

    public Request With(ReadOnlySpan<byte> name, JsonEncodedText value)
    {
        _json.WriteString(name, value);
        return this;
    }

    public Request WithTarget(ByRefValue target)
    {
        _json.WriteStartObject("objref"u8);
        _json.WriteString("$jsii.byref"u8, target.Value);
        if (target.Interfaces.Length > 0)
            WriteNames("$jsii.interfaces"u8, target.Interfaces);
        _json.WriteEndObject();
        return this;
    }

    public Request WithValue(ReadOnlySpan<byte> name, object? value)
    {
        _json.WritePropertyName(name);
        ValueWriter.Write(_json, value);
        return this;
    }

    /// <summary>Writes arguments. The last one can be an array of the arguments of a variadic parameter.</summary>
    public Request WithArguments(object?[] arguments, bool isVariadic)
    {
        _json.WriteStartArray("args"u8);
        var single = isVariadic ? arguments.Length - 1 : arguments.Length;
        for (var i = 0; i < single; i++)
            ValueWriter.Write(_json, arguments[i]);
        if (isVariadic && arguments[single] is Array rest)
            foreach (var argument in rest)
                ValueWriter.Write(_json, argument);
        _json.WriteEndArray();
        return this;
    }

    public Request WithOverrides(Overrides overrides)
    {
        _json.WriteStartArray("overrides"u8);
        foreach (var method in overrides.Methods)
            WriteOverride("method"u8, method);
        foreach (var property in overrides.Properties)
            WriteOverride("property"u8, property);
        _json.WriteEndArray();
        return this;
    }

    public Request WithInterfaces(JsonEncodedText[] interfaces)
    {
        _json.WriteStartArray("interfaces"u8);
        foreach (var name in interfaces)
            _json.WriteStringValue(name);
        _json.WriteEndArray();
        return this;
    }

    /// <summary>Ends the answer to a callback.</summary>
    public Request EndCompletion()
    {
        _json.WriteEndObject();
        return this;
    }

    public void Send(NodeProcess node)
    {
        _json.WriteEndObject();
        _json.Flush();
        _bytes.Write("\n"u8);
        node.Write(_bytes.WrittenSpan);
        Discard();
    }

    /// <summary>Forgets what is written. The object is used again.</summary>
    public void Discard()
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        Idle.Push(this);
    }

    private static Request Begin()
    {
        var request = Idle.TryPop(out var idle) ? idle : new();
        request._json.WriteStartObject();
        return request;
    }

    private void WriteNames(ReadOnlySpan<byte> property, string[] names)
    {
        _json.WriteStartArray(property);
        foreach (var name in names)
            _json.WriteStringValue(name);
        _json.WriteEndArray();
    }

    private void WriteOverride(ReadOnlySpan<byte> kind, JsonEncodedText name)
    {
        _json.WriteStartObject();
        _json.WriteString(kind, name);
        _json.WriteEndObject();
    }
}
