using System.Text.Json.Nodes;

namespace Nautilus.Testing.Provider;

/// <summary>Terraform in a folder.</summary>
internal sealed class Terraform
{
    // Nearly all of the time goes by waiting, not by work.
    private const string AtOnce = "-parallelism=40";

    private readonly Command _terraform;

    public Terraform(string folder, IReadOnlyDictionary<string, string?> environment)
    {
        _terraform = new Command("terraform", folder)
        {
            Environment = new Dictionary<string, string?>(TerraformPlugins.Environment.Concat(environment))
            {
                ["CHECKPOINT_DISABLE"] = "1",
                ["TF_CLI_ARGS"] = "-no-color",
                ["TF_IN_AUTOMATION"] = "1",
            },
        };
        Run("init", "-input=false");
    }

    public void Apply() => Run("apply", "-auto-approve", "-input=false", AtOnce);

    public void Destroy() => Run("destroy", "-auto-approve", "-input=false", AtOnce);

    /// <summary>Fails, with the plan, unless it says "No changes".</summary>
    public void ShouldHaveNothingToChange()
    {
        var plan = _terraform.Run("plan", "-detailed-exitcode", "-input=false");
        plan.ExitCode.Should().Be(0, "a plan right after apply must say 'No changes', but it said:\n{0}\n{1}", plan.Output, plan.Error);
        plan.Output.Should().Contain("No changes.");
    }

    /// <summary>What a plan says in a line: how many to import, add, change and destroy.</summary>
    public string PlanInALine() => Run("plan", "-input=false").Output.Split('\n').Last(line => line.StartsWith("Plan:", StringComparison.Ordinal));

    /// <summary>The state's resources, data sources left out, of all modules.</summary>
    public JsonNode[] Resources() => ResourcesIn(Json("show", "-json")["values"]?["root_module"]);

    /// <summary>The resources that a plan would leave behind.</summary>
    public JsonNode[] PlannedResources(string plan) => ResourcesIn(Json("show", "-json", plan)["planned_values"]?["root_module"]);

    /// <summary>What a plan would do to each resource.</summary>
    public JsonNode[] PlannedChanges(string plan) => [.. Json("show", "-json", plan)["resource_changes"]!.AsArray().Select(change => change!)];

    public JsonNode Validate() => JsonNode.Parse(_terraform.Run("validate", "-json").Output)!;

    /// <summary>Plans into a file, and returns the errors and warnings on the way.</summary>
    public JsonNode[] Plan(string file) => _terraform
        .Run("plan", "-json", "-input=false", "-refresh=false", $"-out={file}").Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Where(message => message["diagnostic"] is not null)
        .Select(message => message["diagnostic"]!)
        .ToArray();

    private static JsonNode[] ResourcesIn(JsonNode? module) => module is null ? [] :
    [
        .. (module["resources"]?.AsArray() ?? []).Where(resource => (string?)resource!["mode"] == "managed").Select(resource => resource!),
        .. (module["child_modules"]?.AsArray() ?? []).SelectMany(ResourcesIn),
    ];

    private JsonNode Json(params string[] arguments) => JsonNode.Parse(Run(arguments).Output)!;

    private Command.Result Run(params string[] arguments) => _terraform.Run(arguments).Succeeds();
}
