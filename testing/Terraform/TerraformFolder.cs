using System.Text.Json.Nodes;

namespace Nautilus.Testing.Terraform;

/// <summary>
/// A folder with a Terraform configuration, and its state. Plans and states are in Terraform's own JSON:
/// https://developer.hashicorp.com/terraform/internals/json-format
/// </summary>
public sealed class TerraformFolder
{
    // Most of the time of a run is waiting.
    private const string Parallelism = "-parallelism=40";

    // More at once would be slower, and each has a provider of half a gigabyte for each region.
    private static readonly SemaphoreSlim Turns = new(Math.Max(2, System.Environment.ProcessorCount));

    private readonly Command _terraform;

    /// <summary>Runs <c>terraform init</c> in the folder.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="environment">Environment variables for Terraform, such as credentials and endpoints; null removes one.</param>
    public TerraformFolder(string folder, IReadOnlyDictionary<string, string?> environment)
    {
        _terraform = new Command("terraform", folder)
        {
            Environment = new Dictionary<string, string?>(TerraformPlugins.Environment.Concat(environment))
            {
                ["CHECKPOINT_DISABLE"] = "1",
                // Each process lives for seconds, most of them to build the schemas of the provider: garbage can wait.
                ["GOGC"] = "400",
                ["TF_CLI_ARGS"] = "-no-color",
                ["TF_IN_AUTOMATION"] = "1",
            },
        };
        Run("init", "-input=false");
    }

    /// <summary>Applies the configuration. Fails, with Terraform's output, unless Terraform succeeds.</summary>
    public void Apply() => Run("apply", "-auto-approve", "-input=false", Parallelism);

    /// <summary>Destroys all resources of the state. Fails, with Terraform's output, unless Terraform succeeds.</summary>
    public void Destroy() => Run("destroy", "-auto-approve", "-input=false", Parallelism);

    /// <summary>Fails, with the plan, unless the plan says "No changes".</summary>
    public void ShouldHaveNothingToChange()
    {
        var plan = Try("plan", "-detailed-exitcode", "-input=false");
        plan.ExitCode.Should().Be(0, "a plan right after apply must say 'No changes', but it says:\n{0}\n{1}", plan.Output, plan.Error);
        plan.Output.Should().Contain("No changes.");
    }

    /// <summary>The summary of a plan, such as <c>Plan: 1 to import, 2 to add, 0 to change, 0 to destroy.</c></summary>
    public string PlanInALine() => Run("plan", "-input=false").Output.Split('\n')
        .LastOrDefault(line => line.StartsWith("Plan:", StringComparison.Ordinal)) ?? "No changes.";

    /// <summary>The addresses of all resources of the state. No provider is started for them.</summary>
    public string[] Addresses() => Run("state", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The managed resources of the state, of all modules.</summary>
    public JsonNode[] Resources() => ResourcesIn(Json("show", "-json")["values"]?["root_module"]);

    /// <summary>The managed resources that exist after the plan in this file is applied.</summary>
    /// <param name="plan">The file that <see cref="Plan"/> has written.</param>
    public JsonNode[] PlannedResources(string plan) => ResourcesIn(Json("show", "-json", plan)["planned_values"]?["root_module"]);

    /// <summary>What the plan in this file does to each resource: <c>address</c>, and <c>change</c> with its <c>actions</c>.</summary>
    /// <param name="plan">The file that <see cref="Plan"/> has written.</param>
    public JsonNode[] PlannedChanges(string plan) =>
        [.. Json("show", "-json", plan)["resource_changes"]!.AsArray().Select(change => change!)];

    /// <summary>The output of <c>terraform validate -json</c>.</summary>
    public JsonNode Validate() => JsonNode.Parse(Try("validate", "-json").Output)!;

    /// <summary>Plans into a file, without a refresh.</summary>
    /// <param name="file">The name of the file.</param>
    /// <returns>The errors and warnings, as Terraform's diagnostics. A plan with an error writes no file.</returns>
    public JsonNode[] Plan(string file) => Try("plan", "-json", "-input=false", "-refresh=false", $"-out={file}").Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Where(message => message["diagnostic"] is not null)
        .Select(message => message["diagnostic"]!)
        .ToArray();

    /// <summary>Whether a diagnostic is an error, and not a warning.</summary>
    /// <param name="diagnostic">A diagnostic of <see cref="Plan"/> or <see cref="Validate"/>.</param>
    public static bool IsError(JsonNode diagnostic) => (string?)diagnostic["severity"] == "error";

    private static JsonNode[] ResourcesIn(JsonNode? module) => module is null ? [] :
    [
        .. (module["resources"]?.AsArray() ?? []).Where(resource => (string?)resource!["mode"] == "managed").Select(resource => resource!),
        .. (module["child_modules"]?.AsArray() ?? []).SelectMany(ResourcesIn),
    ];

    private JsonNode Json(params string[] arguments) => JsonNode.Parse(Run(arguments).Output)!;

    private Command.Result Run(params string[] arguments) => Try(arguments).Succeeds();

    private Command.Result Try(params string[] arguments)
    {
        Turns.Wait();
        try
        {
            return _terraform.Run(arguments);
        }
        finally
        {
            Turns.Release();
        }
    }
}
