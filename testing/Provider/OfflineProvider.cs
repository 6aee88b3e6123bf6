using System.Text.Json.Nodes;
using Nautilus.Testing.Emulation;
using Nautilus.Testing.Synth;
using Nautilus.Testing.Terraform;

namespace Nautilus.Testing.Provider;

/// <summary>
/// The real AWS provider without AWS: it validates and plans all goldens of a folder, in one run. It finds what a synth can't,
/// such as a name or a combination of arguments that the provider rejects.
/// </summary>
/// <param name="stacks">The goldens.</param>
/// <param name="aws">
/// Answers the one call that the provider makes while it plans: whether the definition of a new state machine is valid.
/// </param>
public sealed class OfflineProvider(GoldenFolder stacks, LocalAws aws)
{
    private static readonly JsonObject WithoutAws = new()
    {
        ["skip_credentials_validation"] = true,
        ["skip_requesting_account_id"] = true,
        ["skip_metadata_api_check"] = true,
        ["skip_region_validation"] = true,
        ["max_retries"] = 0,
    };

    private readonly Lazy<(JsonNode[] Diagnostics, JsonNode[] Planned)> _judgement = new(() => Judge(stacks, aws));

    internal GoldenFolder Stacks => stacks;

    internal LocalAws Aws => aws;

    /// <summary>The resources that the plan creates of all stacks. Fails if the provider has an error.</summary>
    internal JsonNode[] Planned
    {
        get
        {
            ShouldPlan("the goldens", _judgement.Value.Diagnostics);
            return _judgement.Value.Planned;
        }
    }

    /// <summary>The errors and warnings of the provider about a stack, a line each.</summary>
    /// <param name="stack">The stack's name in the folder of goldens.</param>
    /// <exception cref="ArgumentException">The stack has no golden.</exception>
    public IEnumerable<string> ComplaintsAbout(string stack)
    {
        var folder = $"{stacks.Known(stack)}/";
        return
            from diagnostic in _judgement.Value.Diagnostics
            let file = (string?)diagnostic["range"]?["filename"]
            where file is null || !file.Contains('/') || file.StartsWith(folder, StringComparison.Ordinal)
            select $"{diagnostic["address"]} {diagnostic["summary"]}: {diagnostic["detail"]}".Trim();
    }

    /// <summary>The addresses of the resources that the plan creates of a stack. There are none where any stack has an error.</summary>
    /// <param name="stack">The stack's name in the folder of goldens.</param>
    /// <exception cref="ArgumentException">The stack has no golden.</exception>
    public IEnumerable<string> PlannedIn(string stack)
    {
        var module = stacks.Known(stack);
        return _judgement.Value.Planned.Where(resource => resource.IsIn(module)).Select(resource => resource.AddressIn(module));
    }

    /// <summary>One stack, as module <c>stack</c> of a configuration for the real provider without AWS.</summary>
    /// <param name="name">The name of the folder below <c>artifacts/tests</c>.</param>
    /// <param name="aws">Answers whether the definition of a new state machine is valid.</param>
    /// <param name="synthesized">The Terraform JSON of the stack.</param>
    public static TerraformFolder Prepare(string name, LocalAws aws, string synthesized) =>
        Prepare(name, aws, new Dictionary<string, JsonObject> { ["stack"] = JsonObjects.Parse(synthesized) });

    /// <summary>Several stacks, each as a module of one configuration for the real provider without AWS.</summary>
    /// <param name="name">The name of the folder below <c>artifacts/tests</c>.</param>
    /// <param name="aws">Answers whether the definition of a new state machine is valid.</param>
    /// <param name="stacks">The Terraform JSON of each stack, by the name of its module. The objects are changed.</param>
    /// <param name="state">A state to plan against, in the format of <c>terraform.tfstate</c>.</param>
    public static TerraformFolder Prepare(
        string name, LocalAws aws, IReadOnlyDictionary<string, JsonObject> stacks, JsonObject? state = null) =>
        CombinedConfiguration.Create(
            name,
            stacks,
            _ => WithoutAws,
            new Dictionary<string, string?>
            {
                ["AWS_ACCESS_KEY_ID"] = "none",
                ["AWS_SECRET_ACCESS_KEY"] = "none",
                ["AWS_SESSION_TOKEN"] = null,
                ["AWS_ENDPOINT_URL_SFN"] = aws.Endpoint.ToString(),
            },
            state);

    /// <summary>Fails if one of the diagnostics of a plan is an error.</summary>
    internal static void ShouldPlan(string what, IEnumerable<JsonNode> diagnostics)
    {
        var errors = diagnostics.Where(TerraformFolder.IsError).Select(error => error.ToJsonString());
        errors.Should().BeEmpty("the provider must plan {0} without an error", what);
    }

    private static (JsonNode[], JsonNode[]) Judge(GoldenFolder stacks, LocalAws aws)
    {
        var terraform = Prepare("offline-provider", aws, stacks.Stacks.ToDictionary(stack => stack, stacks.Read));
        var validation = terraform.Validate()["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!).ToArray();
        var planning = terraform.Plan("plan");
        return ([.. validation, .. planning], planning.Any(TerraformFolder.IsError) ? [] : terraform.PlannedResources("plan"));
    }
}
