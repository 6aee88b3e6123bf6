#pragma warning disable CS9113 // The arguments that nothing reads are a part of the signatures that generated code uses.
#pragma warning disable CA1710 // The names are those of the official runtime.

namespace Amazon.JSII.Runtime.Deputy;

/// <summary>Marks an assembly that jsii generated, and names the npm package that it stands for.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JsiiAssemblyAttribute(string name, string version, string tarball) : Attribute
{
    /// <summary>The name of the npm package.</summary>
    public string Name => name;

    /// <summary>The version of the npm package.</summary>
    public string Version => version;

    /// <summary>The file name of the npm package.</summary>
    public string Tarball => tarball;
}

/// <summary>Marks a type that jsii generated, and names the JavaScript type that it stands for.</summary>
public abstract class JsiiTypeAttributeBase : Attribute
{
    /// <summary>Creates the attribute.</summary>
    protected JsiiTypeAttributeBase(Type nativeType, string fullyQualifiedName) => FullyQualifiedName = fullyQualifiedName;

    /// <summary>The name of the JavaScript type, with the name of its package.</summary>
    public string FullyQualifiedName { get; }
}

/// <summary>Marks a class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JsiiClassAttribute(Type nativeType, string fullyQualifiedName, string? parametersJson = null)
    : JsiiTypeAttributeBase(nativeType, fullyQualifiedName)
{
    internal string? ParametersJson => parametersJson;
}

/// <summary>Marks an enum.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class JsiiEnumAttribute(Type nativeType, string fullyQualifiedName) : JsiiTypeAttributeBase(nativeType, fullyQualifiedName);

/// <summary>Marks an interface.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class JsiiInterfaceAttribute(Type nativeType, string fullyQualifiedName)
    : JsiiTypeAttributeBase(nativeType, fullyQualifiedName);

/// <summary>Marks the class that stands for JavaScript objects of an interface or of an abstract class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JsiiTypeProxyAttribute(Type nativeType, string fullyQualifiedName)
    : JsiiTypeAttributeBase(nativeType, fullyQualifiedName);

/// <summary>Marks a struct: a class of values that is given to JavaScript as a copy.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsiiByValueAttribute(string fqn) : Attribute
{
    /// <summary>The name of the JavaScript type, with the name of its package.</summary>
    public string FullyQualifiedName => fqn;
}
