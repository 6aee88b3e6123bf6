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
        var providers = new SharedProviders();
        var modules = new JsonObject();
        foreach (var (module, stack) in stacks)
        {
            // Terraform resolves a relative path from the folder that it runs in, also within a module.
            Assets.PutBeside(folder, stack);
            modules[module] = new JsonObject
            {
                ["source"] = $"./{module}",
                ["providers"] = providers.Take(module, stack, providerOf(module)),
            };
            WriteModule(Path.Combine(folder, module), stack);
        }

        var root = new JsonObject { ["provider"] = new JsonObject { ["aws"] = providers.All }, ["module"] = modules };
        File.WriteAllText(Path.Combine(folder, "main.tf.json"), root.ToJsonString());
        if (state is not null)
            File.WriteAllText(Path.Combine(folder, "terraform.tfstate"), state.ToJsonString());
        return new TerraformFolder(folder, environment);
    }

    // A module can't have a backend.
    private static void WriteModule(string folder, JsonObject stack)
    {
        stack["terraform"]!.AsObject().Remove("backend");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cdk.tf.json"), stack.ToJsonString());
    }
}
