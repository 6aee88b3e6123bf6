using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HashiCorp.Cdktf;
using Nautilus.Stacks;
using Nautilus.Tests.Harness;
using Nautilus.Tests.Stacks;
using Nautilus.Tests.Streaming;
using Nautilus.Tests.Synth;

namespace Nautilus.Tests.Conformance;

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

    /// <summary>The stacks whose whole output has been reviewed, and two with all that the library makes.</summary>
    public static IReadOnlyList<SynthesizedStack> Judged { get; } =
    [
        .. Golden.All().Select(stack => new SynthesizedStack(stack, File.ReadAllText(Golden.PathOf(stack)))),
        new(nameof(EverythingOfAStream), Everything()),
        new(nameof(EverythingOfAPipeline), EverythingOfAPipeline.Synthesize()),
    ];

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

    private static string Everything()
    {
        var stack = new TerraformStack(Testing.App(), "everything");
        new Deployment().Configure(stack, "everything");
        EverythingOfAStream.Operated(stack);
        return Testing.SynthWhole(stack);
    }

    private IEnumerable<Resource> ResourcesIn(string block, string prefix) =>
        from type in _configuration[block]?.AsObject() ?? []
        from resource in type.Value!.AsObject()
        select new Resource(this, prefix + type.Key, resource.Key, resource.Value!);

    [GeneratedRegex(@"^\$\{(?<address>(data\.)?\w+\.[\w-]+)\.\w+\}\z")]
    private static partial Regex Reference();
}
