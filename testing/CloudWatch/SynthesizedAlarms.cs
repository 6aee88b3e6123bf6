using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Testing.CloudWatch;

/// <summary>The alarms in synthesized Terraform JSON.</summary>
public static partial class SynthesizedAlarms
{
    private const string Type = "aws_cloudwatch_metric_alarm";

    /// <summary>
    /// The attributes of each alarm. A reference to an attribute in the same JSON, such as a stream's name, is replaced by its value.
    /// Other references, such as an ARN, stay as they are: report metrics with the same text as the dimension's value.
    /// </summary>
    /// <param name="json">The Terraform JSON.</param>
    public static IReadOnlyList<JsonObject> In(string json)
    {
        var resources = JsonNode.Parse(json)!["resource"];
        var resolved = Reference().Replace(json, reference => ValueOf(reference, resources) ?? reference.Value);
        return [.. (JsonNode.Parse(resolved)!["resource"]?[Type]?.AsObject() ?? []).Select(alarm => alarm.Value!.AsObject())];
    }

    private static string? ValueOf(Match reference, JsonNode? resources)
    {
        var resource = resources?[reference.Groups["type"].Value]?[reference.Groups["id"].Value];
        return (resource?[reference.Groups["attribute"].Value] as JsonValue)?.ToString();
    }

    [GeneratedRegex(@"\$\{(?<type>\w+)\.(?<id>[\w-]+)\.(?<attribute>\w+)\}")]
    private static partial Regex Reference();
}
