using System.Text.Json.Nodes;

namespace Nautilus.Tests.Harness;

/// <summary>
/// The real AWS provider, without AWS: it validates and plans all reviewed stacks in one process,
/// each as a module of one configuration.
/// </summary>
public sealed class OfflineProvider
{
    private readonly Lazy<(JsonNode[] Diagnostics, JsonNode[] Planned)> _judgement = new(Judge);

    internal IEnumerable<string> ComplaintsAbout(string stack) =>
        from diagnostic in _judgement.Value.Diagnostics
        let file = (string?)diagnostic["range"]?["filename"]
        where file is null || file.StartsWith($"{stack}/", StringComparison.Ordinal)
        select $"{diagnostic["address"]} {diagnostic["summary"]}: {diagnostic["detail"]}".Trim();

    internal IEnumerable<string> PlannedIn(string stack) =>
        from resource in _judgement.Value.Planned
        let address = (string)resource["address"]!
        where address.StartsWith($"module.{stack}.", StringComparison.Ordinal)
        select address[$"module.{stack}.".Length..];

    private static (JsonNode[], JsonNode[]) Judge()
    {
        var folder = Repository.NewFolder("offline-provider");
        var stacks = Directory.GetFiles(Repository.PathOf("tests", "Stacks"), "*.tf.json").Select(file => Path.GetFileName(file)[..^".tf.json".Length]).ToArray();
        foreach (var stack in stacks)
            WriteModule(Path.Combine(folder, stack), JsonNode.Parse(File.ReadAllText(Golden.PathOf(stack)))!);
        var modules = new JsonObject(stacks.Select(stack => KeyValuePair.Create(stack, (JsonNode?)new JsonObject { ["source"] = $"./{stack}" })));
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["module"] = modules }.ToJsonString());

        var terraform = new Terraform(folder, new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "none", ["AWS_SECRET_ACCESS_KEY"] = "none" });
        var validation = terraform.Validate()["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!).ToArray();
        var planning = terraform.Plan("plan");
        return ([.. validation, .. planning], planning.Any(IsError) ? [] : terraform.PlannedResources("plan"));
    }

    private static bool IsError(JsonNode diagnostic) => (string?)diagnostic["severity"] == "error";

    // A module has no backend of its own, and without AWS there is nobody to ask who we are.
    private static void WriteModule(string folder, JsonNode stack)
    {
        stack["terraform"]!.AsObject().Remove("backend");
        var provider = stack["provider"]!["aws"]![0]!;
        foreach (var check in new[] { "skip_credentials_validation", "skip_requesting_account_id", "skip_metadata_api_check", "skip_region_validation" })
            provider[check] = true;
        provider["max_retries"] = 0;

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
    }
}
