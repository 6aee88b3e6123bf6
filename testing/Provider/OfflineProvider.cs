using System.Text.Json.Nodes;
using Nautilus.Testing.Synth;

namespace Nautilus.Testing.Provider;

/// <summary>
/// The real AWS provider, without AWS: it validates and plans all reviewed stacks in one process,
/// each as a module of one configuration.
/// </summary>
public sealed class OfflineProvider(LocalAws.LocalAws aws)
{
    private readonly Lazy<(JsonNode[] Diagnostics, JsonNode[] Planned)> _judgement = new(() => Judge(aws));

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

    private static (JsonNode[], JsonNode[]) Judge(LocalAws.LocalAws aws)
    {
        var terraform = CombinedConfiguration.Offline("offline-provider", aws,
            Golden.All().ToDictionary(stack => stack, Golden.Read));
        var validation = terraform.Validate()["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!).ToArray();
        var planning = terraform.Plan("plan");
        return ([.. validation, .. planning], planning.Any(CombinedConfiguration.IsError) ? [] : terraform.PlannedResources("plan"));
    }
}
