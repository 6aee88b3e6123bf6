#pragma warning disable CS9113 // The arguments that nothing reads are a part of the signatures that generated code uses.

namespace Amazon.JSII.Runtime.Deputy;

/// <summary>Marks a method, and names the JavaScript method that it stands for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JsiiMethodAttribute(
    string name, string? returnsJson = null, string? parametersJson = null, bool isAsync = false, bool isOverride = false) : Attribute
{
    /// <summary>The name of the JavaScript method.</summary>
    public string Name => name;

    /// <summary>Whether the JavaScript method returns a promise.</summary>
    public bool IsAsync => isAsync;

    internal string? ReturnsJson => returnsJson;

    internal string? ParametersJson => parametersJson;
}

/// <summary>Marks a property, and names the JavaScript property that it stands for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsiiPropertyAttribute(string name, string typeJson, bool isOptional = false, bool isOverride = false) : Attribute
{
    /// <summary>The name of the JavaScript property.</summary>
    public string Name => name;

    /// <summary>Whether the value can be undefined in JavaScript.</summary>
    public bool IsOptional => isOptional;

    internal string TypeJson => typeJson;
}

/// <summary>Marks a property that can be undefined in JavaScript.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsiiOptionalAttribute : Attribute;

/// <summary>Marks a member of an enum, and names the JavaScript member that it stands for.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class JsiiEnumMemberAttribute(string name) : Attribute
{
    /// <summary>The name of the JavaScript member.</summary>
    public string Name => name;
}
