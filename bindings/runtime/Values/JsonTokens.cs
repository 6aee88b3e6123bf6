using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Amazon.JSII.Runtime;

/// <summary>Values of the type <c>json</c>: tokens of Newtonsoft.Json, which is loaded only if there are any.</summary>
internal static class JsonTokens
{
    public static bool TryWrite(Utf8JsonWriter json, object value)
    {
        if (value.GetType().Namespace != "Newtonsoft.Json.Linq")
            return false;
        json.WriteRawValue(Text(value));
        return true;
    }

    public static object Read(JsonElement value) => JObject.Parse(value.GetRawText());

    private static string Text(object value) => ((JToken)value).ToString(Newtonsoft.Json.Formatting.None);
}
