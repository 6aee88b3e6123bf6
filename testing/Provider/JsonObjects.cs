using System.Text.Json.Nodes;

namespace Nautilus.Testing.Provider;

internal static class JsonObjects
{
    public static JsonObject With(this JsonObject values, string name, JsonNode value)
    {
        values[name] = value;
        return values;
    }
}
