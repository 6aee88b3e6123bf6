using System.Text.Json.Nodes;

namespace Nautilus.Testing.Provider;

/// <summary>Many stacks in one configuration, each as a module, so that one Terraform serves them all.</summary>
internal static class CombinedConfiguration
{
    private static readonly JsonObject WithoutAws = new()
    {
        ["skip_credentials_validation"] = true,
        ["skip_requesting_account_id"] = true,
        ["skip_metadata_api_check"] = true,
        ["skip_region_validation"] = true,
        ["max_retries"] = 0,
    };

    /// <summary>
    /// For the real provider where there is no AWS to ask who we are. One thing it asks all the same while it plans:
    /// whether the definition of a new state machine is valid. The local AWS answers.
    /// </summary>
    public static Terraform Offline(string name, LocalAws.LocalAws aws, IReadOnlyDictionary<string, JsonObject> stacks, JsonObject? state = null) =>
        Create(
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

    public static Terraform Create(
        string name,
        IReadOnlyDictionary<string, JsonObject> stacks,
        Func<string, JsonObject> providerOf,
        IReadOnlyDictionary<string, string?> environment,
        JsonObject? state = null)
    {
        var folder = Repository.NewFolder(name);
        foreach (var (module, stack) in stacks)
        {
            // A relative path is one of the folder that Terraform runs in, also where a module names it.
            Assets.PutBeside(folder, stack);
            WriteModule(Path.Combine(folder, module), stack, providerOf(module));
        }

        var modules = new JsonObject(stacks.Keys.Select(module => KeyValuePair.Create(module, (JsonNode?)new JsonObject { ["source"] = $"./{module}" })));
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["module"] = modules }.ToJsonString());
        if (state is not null)
            File.WriteAllText(Path.Combine(folder, "terraform.tfstate"), state.ToJsonString());
        return new Terraform(folder, environment);
    }

    public static bool IsError(JsonNode diagnostic) => (string?)diagnostic["severity"] == "error";

    // A module has no backend of its own.
    private static void WriteModule(string folder, JsonObject stack, JsonObject provider)
    {
        stack["terraform"]!.AsObject().Remove("backend");
        foreach (var (setting, value) in provider)
            stack["provider"]!["aws"]![0]![setting] = value?.DeepClone();

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
    }
}
