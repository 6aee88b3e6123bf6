using System.Text.Json.Nodes;

namespace Nautilus.Testing.Terraform;

internal static class JsonObjects
{
    public static JsonObject With(this JsonObject values, string name, JsonNode value)
    {
        values[name] = value;
        return values;
    }

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Whether a resource of a plan or a state is in this module of the root.</summary>
    public static bool IsIn(this JsonNode resource, string module) =>
        ((string)resource["address"]!).StartsWith($"module.{module}.", StringComparison.Ordinal);

    /// <summary>The address of a resource within its module.</summary>
    public static string AddressIn(this JsonNode resource, string module) => ((string)resource["address"]!)[$"module.{module}.".Length..];
}
