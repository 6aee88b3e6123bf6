using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;
using Nautilus.Testing.Synth;

namespace Nautilus.Testing.Provider;

/// <summary>
/// What Terraform would do to what a stack has made, when the stack changes: every reviewed stack, with every change,
/// is a module of one configuration, planned by the real provider against a state made up from the first plan.
/// </summary>
public sealed class StateChanges(LocalAws.LocalAws aws)
{
    internal const string ConsumerAdded = "consumer added";

    private readonly Lazy<JsonNode[]> _changes = new(() => Plan(aws));

    /// <summary>The changes that a team makes to a stream in a year. None may replace or destroy it.</summary>
    internal static IReadOnlyDictionary<string, Action<JsonObject>> OfAYear { get; } = new Dictionary<string, Action<JsonObject>>
    {
        [ConsumerAdded] = _ => { },
        ["nothing"] = _ => { },
        ["retention up"] = stream => stream["retention_period"] = 8760,
        ["shards up"] = stream => (stream["shard_count"], stream["stream_mode_details"]!["stream_mode"]) = (8, "PROVISIONED"),
        ["key changed"] = stream => stream["kms_key_id"] = $"arn:aws:kms:us-east-1:{SampleAttributes.Account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        ["metrics added"] = stream => stream["shard_level_metrics"] = new JsonArray("IteratorAgeMilliseconds"),
        ["tags added"] = stream => stream["tags"] = new JsonObject { ["Owner"] = "web" },
        ["mode switched"] = SwitchMode,
        ["protection on"] = stream => stream["lifecycle"]!["prevent_destroy"] = true,
        ["renamed"] = stream => stream["name"] = "another-name",
    };

    /// <summary>Address and actions of each resource of the stack's first plan.</summary>
    internal IReadOnlyDictionary<string, string[]> After(string change, string stack)
    {
        var module = $"module.{Module(stack, change)}.";
        return (from resource in _changes.Value
                let address = (string)resource["address"]!
                where address.StartsWith(module, StringComparison.Ordinal) && (string?)resource["mode"] == "managed"
                select (address[module.Length..], resource["change"]!["actions"]!.AsArray().Select(action => (string)action!).ToArray()))
            .ToDictionary();
    }

    private static void SwitchMode(JsonObject stream)
    {
        var onDemand = stream["shard_count"] is null;
        stream["stream_mode_details"]!["stream_mode"] = onDemand ? "PROVISIONED" : "ON_DEMAND";
        if (onDemand)
            stream["shard_count"] = 4;
        else
            stream.Remove("shard_count");

        // A stream that is on demand is not scaled by a workflow, whose shards Terraform must leave alone.
        (stream["lifecycle"] as JsonObject)?.Remove("ignore_changes");
    }

    private static string Module(string stack, string change) => $"{stack}_{change.Replace(' ', '_')}";

    private static JsonNode[] Plan(LocalAws.LocalAws aws)
    {
        var first = CombinedConfiguration.Offline("state-first", aws, Golden.All().ToDictionary(stack => stack, Golden.Read));
        first.Plan("plan").Where(CombinedConfiguration.IsError).Should().BeEmpty();
        var planned = first.PlannedResources("plan");

        var changed = from stack in Golden.All()
                      from change in OfAYear
                      select (Module(stack, change.Key), Changed(Golden.Read(stack), change.Key));
        var state = new JsonArray([.. from stack in Golden.All()
                                      let configuration = Golden.Read(stack)
                                      let samples = SampleAttributes.Of(configuration)
                                      from change in OfAYear.Keys
                                      from resource in planned
                                      where Belongs(resource, stack)
                                      select InState(resource, Module(stack, change), Body(configuration, resource), samples)]);
        var later = CombinedConfiguration.Offline("state-later", aws, changed.ToDictionary(), new JsonObject
        {
            ["version"] = 4,
            ["terraform_version"] = "1.11.4",
            ["serial"] = 1,
            ["lineage"] = "made-up",
            ["outputs"] = new JsonObject(),
            ["resources"] = state,
        });
        later.Plan("plan").Where(CombinedConfiguration.IsError).Should().BeEmpty();
        return later.PlannedChanges("plan");
    }

    private static JsonObject Changed(JsonObject stack, string change)
    {
        foreach (var stream in stack["resource"]!["aws_kinesis_stream"]!.AsObject())
            OfAYear[change](stream.Value!.AsObject());
        if (change == ConsumerAdded)
        {
            var consumers = stack["resource"]!["aws_kinesis_stream_consumer"] ??= new JsonObject();
            consumers["added"] = new JsonObject { ["name"] = "added", ["stream_arn"] = "${aws_kinesis_stream.stream.arn}" };
        }

        return stack;
    }

    private static bool Belongs(JsonNode resource, string stack) => ((string)resource["address"]!).StartsWith($"module.{stack}.", StringComparison.Ordinal);

    // A plan leaves out what is not known before apply. Other resources refer to that, and some are replaced when it changes.
    private static JsonObject InState(JsonNode resource, string module, JsonObject body, IReadOnlyDictionary<string, string> samples)
    {
        var (type, name) = ((string)resource["type"]!, (string)resource["name"]!);
        var values = resource["values"]?.DeepClone().AsObject() ?? [];
        var expressions = new TerraformExpressions(samples);
        foreach (var (reference, template) in samples.Where(sample => sample.Key.StartsWith($"{type}.{name}.", StringComparison.Ordinal) && sample.Key.Split('.').Length == 3))
            values[reference.Split('.')[2]] ??= expressions.Resolve(template);
        FillBlocks(values, body, expressions);
        values["id"] ??= "made-up";
        return new JsonObject
        {
            ["module"] = $"module.{module}",
            ["mode"] = "managed",
            ["type"] = type,
            ["name"] = name,
            ["provider"] = $"module.{module}.provider[\"registry.terraform.io/hashicorp/aws\"]",
            ["instances"] = new JsonArray(new JsonObject { ["schema_version"] = (int)resource["schema_version"]!, ["attributes"] = values }),
        };
    }

    private static JsonObject Body(JsonObject configuration, JsonNode resource) =>
        configuration["resource"]![(string)resource["type"]!]![(string)resource["name"]!]!.AsObject();

    private static JsonNode? Resolved(JsonNode? value, TerraformExpressions expressions) => value switch
    {
        JsonValue text when text.TryGetValue<string>(out var template) => expressions.Resolve(template),
        JsonArray texts when texts.All(item => item is JsonValue) => new JsonArray([.. texts.Select(item => Resolved(item, expressions))]),
        _ => null,
    };

    // The configuration writes one block with or without its list; a state always has the list.
    private static void FillBlocks(JsonObject values, JsonObject body, TerraformExpressions expressions)
    {
        foreach (var (block, content) in body)
            if (content is JsonObject or JsonArray && values[block] is JsonArray inState)
                foreach (var (inner, written) in inState.OfType<JsonObject>().Zip(content is JsonArray many ? many.OfType<JsonObject>() : [content.AsObject()]))
                {
                    foreach (var (attribute, value) in written)
                        inner[attribute] ??= Resolved(value, expressions);
                    FillBlocks(inner, written, expressions);
                }
    }
}
