using System.Text.Json;

namespace Amazon.JSII.Runtime;

/// <summary>What is known of a method or a property. It is read from the attribute once, and the types only if they are needed.</summary>
internal sealed class Member
{
    private readonly string? _parametersJson;

    private Member(string name, string? parametersJson)
    {
        Name = name;
        EncodedName = JsonEncodedText.Encode(name, Request.Encoder);
        IsVariadic = Parameter.IsLastVariadic(parametersJson);
        _parametersJson = parametersJson;
    }

    public string Name { get; }

    public JsonEncodedText EncodedName { get; }

    public bool IsVariadic { get; }

    public bool IsAsync { get; private init; }

    /// <summary>The type of the result, or null if there is none.</summary>
    public Result? Result { get; private init; }

    public Parameter[] Parameters => field ??= Parameter.Parse(_parametersJson);

    public static Member Of(Deputy.JsiiMethodAttribute method) => new(method.Name, method.ParametersJson)
    {
        IsAsync = method.IsAsync,
        Result = method.ReturnsJson is { } json ? new(json, isMethod: true, isOptional: false) : null,
    };

    public static Member Of(Deputy.JsiiPropertyAttribute property) => new(property.Name, null)
    {
        Result = new(property.TypeJson, isMethod: false, property.IsOptional),
    };
}

/// <summary>The type of what a method returns or of what a property has.</summary>
internal sealed class Result(string json, bool isMethod, bool isOptional)
{
    private TypeReference? _type;
    private bool _isOptional = isOptional;

    public (TypeReference Type, bool IsOptional) Read()
    {
        if (_type is null && isMethod)
        {
            using var document = JsonDocument.Parse(json);
            _type = TypeReference.Of(document.RootElement.GetProperty("type"));
            _isOptional = document.RootElement.TryGetProperty("optional", out var optional) && optional.GetBoolean();
        }

        return (_type ??= TypeReference.Parse(json), _isOptional);
    }
}

/// <summary>A parameter of a method.</summary>
internal sealed record Parameter(TypeReference Type, bool IsOptional, bool IsVariadic)
{
    // Only the last parameter can be variadic.
    public static bool IsLastVariadic(string? json) => json is not null && json.Contains("\"variadic\":true", StringComparison.Ordinal);

    public static Parameter[] Parse(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(parameter =>
            new Parameter(TypeReference.Of(parameter.GetProperty("type")), Is(parameter, "optional"), Is(parameter, "variadic")))];
    }

    private static bool Is(JsonElement parameter, string flag) => parameter.TryGetProperty(flag, out var value) && value.GetBoolean();
}
