using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>Finds the generated .NET type of a JavaScript type.</summary>
internal static class KnownTypes
{
    private static readonly Dictionary<string, Type?> ByName = [];
    private static readonly Dictionary<Type, string?> InterfaceNames = [];
    private static readonly Dictionary<Assembly, ILookup<string, Type>> BySimpleName = [];
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

    // A type has the simple name of the JavaScript type, and a struct's interface an I before it. Only these are asked for their
    // attribute before all others are: there are thousands.
    private static Type? Search(Assembly assembly, string name)
    {
        if (!BySimpleName.TryGetValue(assembly, out var types))
            BySimpleName[assembly] = types = assembly.GetTypes().ToLookup(type => type.Name);
        var simpleName = name[(name.LastIndexOf('.') + 1)..];
        return types[simpleName].Concat(types["I" + simpleName]).FirstOrDefault(Bears) ?? types.SelectMany(group => group).FirstOrDefault(Bears);

        bool Bears(Type type) =>
            type.GetCustomAttribute<JsiiTypeAttributeBase>(false) is { } attribute and not JsiiTypeProxyAttribute
            && attribute.FullyQualifiedName == name;
    }
}
