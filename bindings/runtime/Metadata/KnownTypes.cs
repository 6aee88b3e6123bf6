using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Finds the generated .NET type of a JavaScript type.</summary>
internal static class KnownTypes
{
    private static readonly Dictionary<string, Type?> ByName = [];
    private static readonly Dictionary<Type, string?> InterfaceNames = [];
    private static readonly Dictionary<Type, ConstructorInfo> Constructors = [];

    /// <summary>The JavaScript name of a generated interface, or null for another type.</summary>
    public static string? NameOf(Type type)
    {
        if (!InterfaceNames.TryGetValue(type, out var name))
            InterfaceNames[type] = name = type.GetCustomAttribute<JsiiInterfaceAttribute>()?.FullyQualifiedName;
        return name;
    }

    /// <summary>The generated class, interface or enum of a name.</summary>
    public static Type? Named(string name)
    {
        if (!ByName.TryGetValue(name, out var type))
            ByName[name] = type = Packages.GeneratedAssemblies(name).Select(assembly => Search(assembly, name)).FirstOrDefault();
        return type;
    }

    public static Type? Interface(string name) => Named(name) is { IsInterface: true } type ? type : null;

    /// <summary>The class that stands for objects of an interface or of an abstract class.</summary>
    public static Type? Proxy(string name) => Named(name)?.GetNestedType("_Proxy", BindingFlags.Public | BindingFlags.NonPublic);

    /// <summary>Creates the .NET object that stands for a JavaScript object.</summary>
    public static DeputyBase Stand(Type type, ByRefValue reference)
    {
        if (!Constructors.TryGetValue(type, out var constructor))
            Constructors[type] = constructor = type.GetConstructor(Overrides.AllInstance, [typeof(ByRefValue)])
                ?? throw new JsiiError($"Could not find constructor to initialize {type.FullName} with a {typeof(ByRefValue).FullName}");
        return (DeputyBase)constructor.Invoke([reference]);
    }

    // There are thousands of types. Those that can have the name are asked for their attribute before all others are.
    private static Type? Search(Assembly assembly, string name) =>
        Candidates(assembly, name).FirstOrDefault(type => Bears(type, name))
        ?? assembly.GetTypes().FirstOrDefault(type => Bears(type, name));

    // cdktf.App is HashiCorp.Cdktf.App of HashiCorp.Cdktf.dll. A submodule begins with a capital letter in C#, and a struct is found
    // as its interface, which begins with I.
    private static IEnumerable<Type> Candidates(Assembly assembly, string name)
    {
        var path = name[(Packages.NameOf(assembly).Length + 1)..].Split('.');
        var space = string.Concat(path[..^1].Select(module => $"{char.ToUpperInvariant(module[0])}{module[1..]}."));
        var root = assembly.GetName().Name;
        return new[] { $"{root}.{space}{path[^1]}", $"{root}.{space}I{path[^1]}" }.Select(assembly.GetType).OfType<Type>();
    }

    private static bool Bears(Type type, string name) =>
        type.GetCustomAttribute<JsiiTypeAttributeBase>(false) is { } attribute and not JsiiTypeProxyAttribute
        && attribute.FullyQualifiedName == name;
}
