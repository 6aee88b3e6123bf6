using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Testing.CloudWatch;

/// <summary>The alarms in a stack's Terraform JSON.</summary>
internal static partial class SynthesizedAlarms
{
    private const string Type = "aws_cloudwatch_metric_alarm";

    /// <summary>
    /// The attributes of each alarm. References to what stands in the same JSON, such as a stream's name, become what stands there;
    /// others, such as an ARN, stay as they are: they are as good a name as any.
    /// </summary>
    public static IReadOnlyList<JsonObject> In(string json)
    {
        var configuration = JsonNode.Parse(json)!;
        var resolved = Reference().Replace(json, reference =>
            configuration["resource"]?[reference.Groups["type"].Value]?[reference.Groups["id"].Value]?[reference.Groups["attribute"].Value] is JsonValue value
                ? value.ToString()
                : reference.Value);
        return [.. (JsonNode.Parse(resolved)!["resource"]?[Type]?.AsObject() ?? []).Select(alarm => alarm.Value!.AsObject())];
    }

    [GeneratedRegex(@"\$\{(?<type>\w+)\.(?<id>[\w-]+)\.(?<attribute>\w+)\}")]
    private static partial Regex Reference();
}
