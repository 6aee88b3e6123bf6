using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Nautilus.Foundations;

/// <summary>
/// JSON in an attribute of a resource, such as a policy. Its strings can refer to other resources. It has many lines, so that
/// <c>synth --hcl</c> writes a heredoc: CDKTF does not escape the quotes of a single line with a reference.
/// </summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The properties of an object, in camel case, and the keys of a dictionary, as they are.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, Lines);

    public static string Of(JsonNode value) => value.ToJsonString(Lines);
}
