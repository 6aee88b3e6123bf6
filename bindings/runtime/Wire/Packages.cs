using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>The npm packages that generated assemblies contain. The kernel loads a package before the first use of its types.</summary>
internal static class Packages
{
    private static readonly Dictionary<Assembly, JsiiAssemblyAttribute?> Attributes = [];
    private static readonly HashSet<Assembly> Loaded = [];
    private static readonly HashSet<Assembly> Searched = [];
    private static readonly string[] OfOthers = ["System", "Microsoft", "Newtonsoft", "netstandard", "mscorlib"];

    public static bool IsGenerated(Assembly assembly) => AttributeOf(assembly) is not null;

    public static string NameOf(Assembly assembly) => AttributeOf(assembly)!.Name;

    /// <summary>The loaded assemblies whose package can have a type of this name.</summary>
    public static IEnumerable<Assembly> GeneratedAssemblies(string typeName) =>
        Loaded.Where(assembly => typeName.StartsWith(NameOf(assembly) + ".", StringComparison.Ordinal));

    /// <summary>Loads the packages of all assemblies that an assembly refers to, and that these refer to.</summary>
    public static void LoadAllOf(Assembly assembly)
    {
        Load(assembly);
        if (!IsGenerated(assembly) && Searched.Add(assembly))
            foreach (var reference in References(assembly))
                LoadAllOf(reference);
    }

    public static void Load(Assembly assembly)
    {
        if (AttributeOf(assembly) is not { } package || Loaded.Contains(assembly))
            return;
        foreach (var reference in References(assembly))
            Load(reference);

        var resource = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            ?? throw new JsiiError($"Cannot find embedded tarball resource in assembly {assembly.GetName()}");
        var file = $"{assembly.ManifestModule.ModuleVersionId:N}.tgz";
        Kernel.Load(package.Name, package.Version, UserFolder.Current.Extract(assembly, resource, file));
        Loaded.Add(assembly);
    }

    private static IEnumerable<Assembly> References(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Where(reference => !Array.Exists(OfOthers, start => reference.Name!.StartsWith(start, StringComparison.Ordinal)))
        .Select(Assembly.Load);

    private static JsiiAssemblyAttribute? AttributeOf(Assembly assembly)
    {
        if (!Attributes.TryGetValue(assembly, out var attribute))
            Attributes[assembly] = attribute = assembly.GetCustomAttribute<JsiiAssemblyAttribute>();
        return attribute;
    }
}
