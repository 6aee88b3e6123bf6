using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Terraform;

/// <summary>A stack's Terraform JSON, read as the resources in it.</summary>
internal sealed partial class SynthesizedStack
{
    private readonly JsonNode _configuration;

    public SynthesizedStack(string name, string json)
    {
        Name = name;
        _configuration = JsonNode.Parse(json)!;
        Resources = [.. ResourcesIn("resource", ""), .. ResourcesIn("data", "data.")];
    }

    public string Name { get; }

    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The keys of the tags that the provider gives to all that can be tagged.</summary>
    public IEnumerable<string> DefaultTags =>
        from provider in _configuration["provider"]?["aws"].Items() ?? []
        from defaults in provider["default_tags"].Items()
        from tag in defaults["tags"]?.AsObject() ?? []
        select tag.Key;

    /// <summary>The resource that an expression such as <c>${aws_kms_key.key.arn}</c> takes an attribute of.</summary>
    public Resource? ReferredToBy(string? expression) =>
        Reference().Match(expression ?? "") is { Success: true } reference
            ? Resources.FirstOrDefault(resource => resource.Address == reference.Groups["address"].Value)
            : null;

    private IEnumerable<Resource> ResourcesIn(string block, string prefix) =>
        from type in _configuration[block]?.AsObject() ?? []
        from resource in type.Value!.AsObject()
        select new Resource(this, prefix + type.Key, resource.Key, resource.Value!);

    [GeneratedRegex(@"^\$\{(?<address>(data\.)?\w+\.[\w-]+)\.\w+\}\z")]
    private static partial Regex Reference();
}
