using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>
/// A stack that CDKTF has synthesized, read from its <c>cdk.tf.json</c>:
/// <c>new SynthesizedStack("web", File.ReadAllText("cdktf.out/stacks/web/cdk.tf.json"))</c>.
/// </summary>
public sealed class SynthesizedStack
{
    private const string Data = "data.";

    private readonly JsonNode _configuration;
    private readonly Dictionary<string, Resource> _byAddress = [];

    /// <summary>Reads a stack.</summary>
    /// <param name="name">The name by which findings report the stack.</param>
    /// <param name="json">The content of <c>cdk.tf.json</c>.</param>
    public SynthesizedStack(string name, string json)
        : this(name, JsonNode.Parse(json)!)
    {
    }

    /// <summary>Reads a stack that is parsed already.</summary>
    /// <param name="name">The name by which findings report the stack.</param>
    /// <param name="configuration">The content of <c>cdk.tf.json</c>.</param>
    public SynthesizedStack(string name, JsonNode configuration)
    {
        (Name, _configuration) = (name, configuration);
        Resources = [.. In("resource", ""), .. In("data", Data)];
        foreach (var resource in Resources)
            _byAddress.TryAdd(resource.Address, resource);
        Moves = new(configuration["moved"]);
        Removed = [.. RemovedBlock.In(configuration["removed"])];
    }

    /// <summary>The name by which findings report the stack.</summary>
    public string Name { get; }

    /// <summary>The resources, and after them the data sources.</summary>
    public IReadOnlyList<Resource> Resources { get; }

    /// <summary>The keys of the tags that the AWS provider adds to everything that can have tags.</summary>
    public IEnumerable<string> DefaultTags =>
        from provider in _configuration["provider"]?["aws"].Items() ?? []
        from defaults in provider["default_tags"].Items()
        from tag in defaults["tags"].Block() ?? []
        select tag.Key;

    internal Moves Moves { get; }

    internal IReadOnlyList<RemovedBlock> Removed { get; }

    /// <summary>The local values that are maps, as references to their items, such as <c>local.ranges["us-east-1"]</c>.</summary>
    internal IEnumerable<(string Reference, string Value)> LocalMaps =>
        from locals in _configuration["locals"].Blocks()
        from local in locals
        from item in local.Value as JsonObject ?? []
        select ($"local.{local.Key}[\"{item.Key}\"]", item.Value.Text()!);

    /// <summary>The resources of a type. The type of a data source begins with <c>data.</c>.</summary>
    /// <param name="type">The type, such as <c>aws_kinesis_stream</c>.</param>
    public IEnumerable<Resource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    /// <summary>The resource at an address, such as <c>aws_kinesis_stream.clicks</c>. Null where the stack has none.</summary>
    /// <param name="address">The address, without the key of an instance.</param>
    public Resource? Find(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>The resource of an expression such as <c>${aws_kms_key.key.arn}</c>. Null where the text is no such reference.</summary>
    /// <param name="expression">The value of an attribute.</param>
    public Resource? ReferredToBy(string? expression) => Reference.In(expression) is { } reference ? Find(reference.Address) : null;

    /// <summary>Whether the configuration calls a module by this name.</summary>
    internal bool CallsModule(string call) => _configuration["module"].Blocks().Any(modules => modules[call] is not null);

    private IEnumerable<Resource> In(string block, string prefix) =>
        from types in _configuration[block].Blocks()
        from type in types
        from resources in type.Value.Blocks()
        from resource in resources
        where resource.Value.Block() is not null
        select new Resource(this, prefix + type.Key, resource.Key, resource.Value.Block()!);
}
