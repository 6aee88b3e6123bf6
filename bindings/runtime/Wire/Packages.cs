using System.Reflection;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>The npm packages that generated assemblies contain. The kernel loads a package when a type of it is first used.</summary>
internal static class Packages
{
    private static readonly Dictionary<Assembly, JsiiAssemblyAttribute?> Attributes = [];
    private static readonly HashSet<Assembly> Loaded = [];

    public static bool IsGenerated(Assembly assembly) => AttributeOf(assembly) is not null;

    public static string NameOf(Assembly assembly) => AttributeOf(assembly)!.Name;

    /// <summary>The loaded assemblies whose package can have a type of this name.</summary>
    public static IEnumerable<Assembly> GeneratedAssemblies(string typeName) =>
        Loaded.Where(assembly => typeName.StartsWith(NameOf(assembly) + ".", StringComparison.Ordinal));

    public static void Load(Assembly assembly)
    {
        if (AttributeOf(assembly) is not { } package || !Loaded.Add(assembly))
            return;
        foreach (var reference in assembly.GetReferencedAssemblies())
            if (!reference.Name!.StartsWith("System", StringComparison.Ordinal))
                Load(Assembly.Load(reference));

        var resource = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            ?? throw new JsiiError($"Cannot find embedded tarball resource in assembly {assembly.GetName()}");
        var file = $"{assembly.ManifestModule.ModuleVersionId:N}.tgz";
        Kernel.Load(package.Name, package.Version, UserFolder.Current.Extract(assembly, resource, file));
    }

    private static JsiiAssemblyAttribute? AttributeOf(Assembly assembly)
    {
        if (!Attributes.TryGetValue(assembly, out var attribute))
            Attributes[assembly] = attribute = assembly.GetCustomAttribute<JsiiAssemblyAttribute>();
        return attribute;
    }
}
