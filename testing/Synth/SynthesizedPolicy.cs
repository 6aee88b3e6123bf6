using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Testing.Synth;

/// <summary>
/// The policy of a resource, in the words of Terraform: <c>statement</c> with <c>sid</c>, <c>effect</c>, <c>actions</c>,
/// <c>resources</c>, <c>principals</c> and <c>condition</c>. Lists are lists, also where IAM's JSON has a single text.
/// </summary>
public static class SynthesizedPolicy
{
    /// <summary>The one policy that a resource has.</summary>
    /// <param name="configuration">The synthesized JSON.</param>
    /// <param name="address">The resource's address, such as <c>aws_iam_policy.producer</c>.</param>
    public static JsonObject Of(JsonNode configuration, string address)
    {
        var parts = address.Split('.');
        var resource = configuration["resource"]?[parts[0]]?[parts[1]]?.AsObject()
            ?? throw new ArgumentException($"the configuration has no resource {address}", nameof(address));
        var policies = resource.Select(attribute => Content(attribute.Value)).OfType<JsonObject>().ToArray();
        return policies is [var policy]
            ? new() { ["statement"] = new JsonArray([.. policy["Statement"]!.AsArray().Select(Statement)]) }
            : throw new ArgumentException($"{address} must have one policy, got {policies.Length}", nameof(address));
    }

    private static JsonObject? Content(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var json) && json.StartsWith('{')
        && EncodedJson.Parse(json) is JsonObject content && content.ContainsKey("Statement") ? content : null;

    private static JsonNode Statement(JsonNode? statement)
    {
        var shape = new JsonObject
        {
            ["sid"] = statement!["Sid"]?.DeepClone(),
            ["effect"] = statement["Effect"]?.DeepClone(),
            ["actions"] = List(statement["Action"]),
        };
        if (statement["Resource"] is { } resources)
            shape["resources"] = List(resources);
        if (statement["Principal"] is { } principals)
            shape["principals"] = new JsonArray([.. principals.AsObject().Select(principal =>
                new JsonObject { ["type"] = principal.Key, ["identifiers"] = List(principal.Value) })]);
        if (statement["Condition"] is { } condition)
            shape["condition"] = new JsonArray([.. condition.AsObject().SelectMany(test => test.Value!.AsObject().Select(variable =>
                new JsonObject { ["test"] = test.Key, ["variable"] = variable.Key, ["values"] = List(variable.Value) }))]);
        return shape;
    }

    private static JsonArray List(JsonNode? value) =>
        value is JsonArray list ? [.. list.Select(item => item!.DeepClone())] : [value?.DeepClone()];
}
