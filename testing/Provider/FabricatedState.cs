using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Testing.Provider;

/// <summary>
/// A Terraform state as if a stack had been applied: the values of its first plan, and sample values for what only AWS knows.
/// The format is that of Terraform's state file, version 4.
/// </summary>
internal static class FabricatedState
{
    private static readonly string[] ForTerraform = ["//", "count", "depends_on", "for_each", "lifecycle", "provider"];

    public static JsonObject Of(IEnumerable<JsonObject> resources) => new()
    {
        ["version"] = 4,
        ["terraform_version"] = "1.11.4",
        ["serial"] = 1,
        ["lineage"] = "made-up",
        ["outputs"] = new JsonObject(),
        ["resources"] = new JsonArray([.. resources]),
    };

    /// <summary>
    /// A resource of the state. A plan omits values that are unknown before apply. Other resources refer to them,
    /// and some are replaced when they change.
    /// </summary>
    public static JsonObject Resource(
        JsonNode planned, string module, JsonObject configuration, IReadOnlyDictionary<string, string> samples)
    {
        var (type, name) = ((string)planned["type"]!, (string)planned["name"]!);
        var values = planned["values"]?.DeepClone().AsObject() ?? [];
        var expressions = new TerraformExpressions(samples);
        foreach (var (reference, template) in samples)
            if (reference.Split('.') is [var ofType, var ofName, var attribute] && ofType == type && ofName == name)
                values[attribute] ??= expressions.Resolve(template);
        var written = configuration["resource"]![type]![name]!.AsObject();
        FillAttributes(values, written, expressions);
        FillBlocks(values, written, expressions);
        values["id"] ??= "made-up";
        return new JsonObject
        {
            ["module"] = $"module.{module}",
            ["mode"] = "managed",
            ["type"] = type,
            ["name"] = name,
            // Terraform asks the configuration first, which has a provider for each resource.
            ["provider"] = "provider[\"registry.terraform.io/hashicorp/aws\"]",
            ["instances"] = new JsonArray(new JsonObject
            {
                ["schema_version"] = (int)planned["schema_version"]!,
                ["attributes"] = values,
            }),
        };
    }

    private static void FillAttributes(JsonObject values, JsonObject written, TerraformExpressions expressions)
    {
        foreach (var (attribute, value) in written.Where(attribute => !ForTerraform.Contains(attribute.Key)))
            if (values[attribute] is null && Resolved(value, expressions) is { } resolved)
                values[attribute] = resolved;
    }

    // A configuration may write one block with or without a list. A state always has the list.
    private static void FillBlocks(JsonObject values, JsonObject body, TerraformExpressions expressions)
    {
        foreach (var (block, content) in body)
        {
            if (content is not (JsonObject or JsonArray) || values[block] is not JsonArray inState)
                continue;
            var blocks = content is JsonArray many ? many.OfType<JsonObject>() : [content.AsObject()];
            foreach (var (inner, written) in inState.OfType<JsonObject>().Zip(blocks))
            {
                FillAttributes(inner, written, expressions);
                FillBlocks(inner, written, expressions);
            }
        }
    }

    private static JsonNode? Resolved(JsonNode? value, TerraformExpressions expressions) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var template) => expressions.Resolve(template),
        JsonArray texts when texts.All(item => item is JsonValue) => new JsonArray([.. texts.Select(item => Resolved(item, expressions))]),
        _ => null,
    };
}
