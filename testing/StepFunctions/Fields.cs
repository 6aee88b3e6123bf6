using System.Text.Json.Nodes;

namespace Nautilus.Testing.StepFunctions;

internal static class Fields
{
    public static void Check(string what, JsonObject fields, params string[] known)
    {
        foreach (var (name, _) in fields)
            if (!known.Contains(name))
                throw new NotSupportedException($"{what}: the field '{name}' is not understood");
    }
}
