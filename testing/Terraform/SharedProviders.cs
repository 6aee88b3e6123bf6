using System.Text.Json.Nodes;

namespace Nautilus.Testing.Terraform;

/// <summary>
/// The AWS providers of all modules, as providers of the root. Terraform starts a process for each configured provider, so modules with
/// equal settings share one.
/// https://developer.hashicorp.com/terraform/language/modules/develop/providers
/// </summary>
internal sealed class SharedProviders
{
    private readonly Dictionary<string, string> _aliases = [];

    /// <summary>The providers of the root, each with an alias.</summary>
    public JsonArray All { get; } = [];

    /// <summary>Moves the AWS providers of a module to the root.</summary>
    /// <param name="module">The name of the module.</param>
    /// <param name="stack">The Terraform JSON of the module, which is changed.</param>
    /// <param name="settings">The settings that the providers have besides those of the stack.</param>
    /// <returns>The argument <c>providers</c> of the module.</returns>
    public JsonObject Take(string module, JsonObject stack, JsonObject settings)
    {
        var names = new JsonObject();
        foreach (var provider in stack["provider"]!["aws"]!.AsArray().Select(provider => provider!.DeepClone().AsObject()))
        {
            var name = (string?)provider["alias"] is { } alias ? $"aws.{alias}" : "aws";
            provider.Remove("alias");
            foreach (var (setting, value) in settings)
                provider[setting] = value?.DeepClone();
            names[name] = $"aws.{AliasOf(provider, $"{module}{names.Count}")}";
        }

        stack["provider"]!.AsObject().Remove("aws");
        if (stack["provider"]!.AsObject().Count == 0)
            stack.Remove("provider");
        stack["terraform"]!["required_providers"]!["aws"]!["configuration_aliases"] =
            new JsonArray([.. names.Where(name => name.Key != "aws").Select(name => (JsonNode)name.Key)]);
        return names;
    }

    private string AliasOf(JsonObject provider, string alias)
    {
        var settings = provider.ToJsonString();
        if (_aliases.TryGetValue(settings, out var known))
            return known;
        provider["alias"] = _aliases[settings] = alias;
        All.Add(provider);
        return alias;
    }
}
