using System.Text.Json.Nodes;
using Nautilus.Review.Safety;

namespace Tests.Review.Safety;

/// <summary>A stream 'clicks' as the state has it, and what the configuration makes of it.</summary>
internal static class SafetyCase
{
    public const string Arn = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";

    public const string KeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234";

    private const string PlainStream = """
        { "name": "clicks", "shard_count": 1, "retention_period": 48, "stream_mode_details": { "stream_mode": "PROVISIONED" } }
        """;

    /// <summary>Both in JSON: attributes that differ from a plain stream's.</summary>
    public static IReadOnlyList<Danger> Change(string now, string then, string others = "{}")
    {
        var stack = Stack(Resource("aws_kinesis_stream", "clicks", With(PlainStream, then)));
        return PlanSafety.Dangers(With(stack.ToJsonString(), others), State(Stream("aws_kinesis_stream.clicks", now)));
    }

    /// <summary>The one danger between a configuration and a state.</summary>
    public static Danger Only(JsonNode stack, params JsonNode[] state) =>
        PlanSafety.Dangers(stack, State(state)).Should().ContainSingle().Subject;

    public static JsonObject Stack(string resources, string others = "{}") => With($$"""{ "resource": {{resources}} }""", others);

    public static string Resource(string type, string name, JsonNode block) =>
        $$"""{ "{{type}}": { "{{name}}": {{block.ToJsonString()}} } }""";

    public static JsonObject State(params JsonNode[] resources) => new()
    {
        ["format_version"] = "1.0",
        ["values"] = new JsonObject { ["root_module"] = new JsonObject { ["resources"] = new JsonArray(resources) } },
    };

    public static JsonObject Stream(string address, string values = "{}") => Existing(address, With($$"""
        { "name": "clicks", "arn": "{{Arn}}", "shard_count": 1, "retention_period": 48, "encryption_type": "NONE",
          "enforce_consumer_deletion": false, "stream_mode_details": [{ "stream_mode": "PROVISIONED" }] }
        """, values));

    public static JsonObject Existing(string address, JsonNode values) => new()
    {
        ["address"] = address,
        ["mode"] = "managed",
        ["type"] = address.Split('.')[^2],
        ["values"] = values,
    };

    public static string Printed(IReadOnlyList<Danger> dangers) => dangers.Should().ContainSingle().Subject.ToString();

    /// <summary>A danger as it is printed.</summary>
    public static string Printed(string address, string what, string why, params string[] steps) => string.Join('\n',
        [address, $"  {what}", $"  Why: {why}", "  Instead:", .. steps.Select((step, index) => $"    {index + 1}. {step}")]);

    private static JsonObject With(string json, string changes)
    {
        var result = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            result[name] = value?.DeepClone();
        return result;
    }
}
