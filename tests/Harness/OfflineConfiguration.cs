using System.Text.Json.Nodes;

namespace Nautilus.Tests.Harness;

/// <summary>Many stacks in one configuration, each as a module, for the real provider without AWS.</summary>
internal static class OfflineConfiguration
{
    public static Terraform Create(string name, IReadOnlyDictionary<string, JsonObject> stacks, JsonObject? state = null)
    {
        var folder = Repository.NewFolder(name);
        foreach (var (module, stack) in stacks)
            WriteModule(Path.Combine(folder, module), stack);
        var modules = new JsonObject(stacks.Keys.Select(module => KeyValuePair.Create(module, (JsonNode?)new JsonObject { ["source"] = $"./{module}" })));
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["module"] = modules }.ToJsonString());
        if (state is not null)
            File.WriteAllText(Path.Combine(folder, "terraform.tfstate"), state.ToJsonString());
        return new Terraform(folder, new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "none", ["AWS_SECRET_ACCESS_KEY"] = "none" });
    }

    public static bool IsError(JsonNode diagnostic) => (string?)diagnostic["severity"] == "error";

    // A module has no backend of its own, and without AWS there is nobody to ask who we are.
    private static void WriteModule(string folder, JsonObject stack)
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
