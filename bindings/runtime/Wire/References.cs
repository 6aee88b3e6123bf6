using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;

namespace Amazon.JSII.Runtime;

/// <summary>The .NET objects of JavaScript objects. An object has one, and keeps it until the process ends.</summary>
internal static class References
{
    private static readonly Dictionary<string, DeputyBase> Known = [];

    public static void Add(DeputyBase deputy) => Known[deputy.Reference.Value] = deputy;

    public static DeputyBase Find(JsonElement reference)
    {
        var value = reference.GetProperty("$jsii.byref").GetString()!;
        var interfaces = reference.TryGetProperty("$jsii.interfaces", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(name => name.GetString()!).ToArray()
            : [];
        if (Known.TryGetValue(value, out var known))
            known.Reference.Merge(interfaces);
        return known ?? Stand(new(value, interfaces));
    }

    private static DeputyBase Stand(ByRefValue reference)
    {
        var name = reference.Value[..reference.Value.LastIndexOf('@')];
        if (name == "Object")
            return new AnonymousObject(reference);
        var type = KnownTypes.Named(name) is { IsAbstract: false } found ? found : KnownTypes.Proxy(name);
        return KnownTypes.Stand(type ?? throw new ArgumentException($"Could not find type with fully qualified name '{name}'"), reference);
    }
}
