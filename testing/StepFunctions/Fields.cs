using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

internal static class Fields
{
    /// <summary>Throws for a field that is not modelled.</summary>
    public static void Check(string what, JsonObject fields, params string[] known)
    {
        foreach (var (name, _) in fields)
            if (!known.Contains(name))
                throw new NotSupportedException($"{what}: the field '{name}' is not modelled");
    }
}
