using System.Text.Json.Nodes;

namespace Nautilus.Testing.Terraform;

/// <summary>
/// Several stacks as modules of one configuration, so that one Terraform run serves them all. Most of the time of a run is waiting.
/// </summary>
public static class CombinedConfiguration
{
    /// <summary>Writes the configuration into a new folder and initializes it.</summary>
    /// <param name="name">The folder's name below <c>artifacts/tests</c>.</param>
    /// <param name="stacks">The Terraform JSON of each stack, by the name of its module. The objects are changed.</param>
    /// <param name="providerOf">The settings that a module's AWS provider has besides those of the stack.</param>
    /// <param name="environment">Environment variables for Terraform, such as credentials and endpoints.</param>
    /// <param name="state">A state to begin with, in the format of <c>terraform.tfstate</c>.</param>
    public static TerraformFolder Create(
        string name,
        IReadOnlyDictionary<string, JsonObject> stacks,
        Func<string, JsonObject> providerOf,
        IReadOnlyDictionary<string, string?> environment,
        JsonObject? state = null)
    {
        var folder = Repository.NewFolder(name);
        foreach (var (module, stack) in stacks)
        {
            // Terraform resolves a relative path from the folder that it runs in, also within a module.
            Assets.PutBeside(folder, stack);
            WriteModule(Path.Combine(folder, module), stack, providerOf(module));
        }

        File.WriteAllText(Path.Combine(folder, "main.tf.json"), new JsonObject { ["module"] = Modules(stacks.Keys) }.ToJsonString());
        if (state is not null)
            File.WriteAllText(Path.Combine(folder, "terraform.tfstate"), state.ToJsonString());
        return new TerraformFolder(folder, environment);
    }

    private static JsonObject Modules(IEnumerable<string> names) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["source"] = $"./{name}" })));

    // A module can't have a backend.
    private static void WriteModule(string folder, JsonObject stack, JsonObject provider)
    {
        stack["terraform"]!.AsObject().Remove("backend");
        foreach (var (setting, value) in provider)
            stack["provider"]!["aws"]![0]![setting] = value?.DeepClone();

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
    }
}
