using System.Text.Json.Nodes;
using Nautilus.Review.Scanners;

namespace Nautilus.Review.Terraform;

/// <summary>A resource or data source of a stack; the type of the latter begins with <c>data.</c>.</summary>
internal sealed record Resource(SynthesizedStack Stack, string Type, string Name, JsonNode Attributes)
{
    public string Address => $"{Type}.{Name}";

    /// <summary>An attribute, or one of a block: <c>tracing_configuration.enabled</c>.</summary>
    public string? this[string path] =>
        path.Split('.').Aggregate((JsonNode?)Attributes, (node, attribute) => node.Items().FirstOrDefault()?[attribute]).Text();

    public IEnumerable<string> List(string attribute) => Attributes[attribute].Items().Select(item => item.Text()!);

    /// <summary>The keys of its own tags and of those that the provider adds.</summary>
    public IEnumerable<string> Tags => [.. Attributes["tags"]?.AsObject().Select(tag => tag.Key) ?? [], .. Stack.DefaultTags];

    public IEnumerable<Finding> Unless(string attribute, Func<string?, bool> holds)
    {
        if (!holds(this[attribute]))
            yield return new(this[attribute], attribute);
    }
}
