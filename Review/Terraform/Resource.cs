using System.Text.Json.Nodes;

namespace Nautilus.Review.Terraform;

/// <summary>A resource or a data source of a synthesized stack.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Type">The type, such as <c>aws_kinesis_stream</c>. The type of a data source begins with <c>data.</c>.</param>
/// <param name="Name">The name within the configuration, which is the last part of the address.</param>
/// <param name="Attributes">The attributes and blocks, as Terraform's JSON has them.</param>
public sealed record Resource(SynthesizedStack Stack, string Type, string Name, JsonObject Attributes)
{
    /// <summary>The address, such as <c>aws_kinesis_stream.clicks</c>.</summary>
    public string Address => $"{Type}.{Name}";

    /// <summary>An attribute, or one of a block: <c>tracing_configuration.enabled</c>. Null where it is not set.</summary>
    /// <param name="path">The names of blocks and of the attribute, with dots between them. Of several blocks, the first is read.</param>
    public string? this[string path] => Attributes.At(path).Text();

    /// <summary>The items of an attribute. A single value counts as a list of one.</summary>
    /// <param name="attribute">The attribute.</param>
    public IEnumerable<string> List(string attribute) => Attributes[attribute].Texts();

    /// <summary>The keys of the resource's tags, and of those that the provider adds.</summary>
    public IEnumerable<string> Tags => [.. Attributes["tags"].Block()?.Select(tag => tag.Key) ?? [], .. Stack.DefaultTags];

    /// <summary>A reference to an attribute, as Terraform's JSON has it: <c>${aws_kinesis_stream.clicks.arn}</c>.</summary>
    /// <param name="attribute">The attribute.</param>
    public string ReferenceTo(string attribute) => new Reference(Address, attribute).ToString();

    /// <summary>Whether an attribute of any resource contains a reference to an attribute of this one.</summary>
    internal bool IsMentionedBy(Resource other, string attribute) =>
        other.Attributes.ToJsonString().Contains(ReferenceTo(attribute), StringComparison.Ordinal);

    /// <summary>The resources of a type that refer to this one by an attribute, such as the rules of a security group.</summary>
    internal IEnumerable<Resource> Beside(string type, string attribute) =>
        Stack.OfType(type).Where(other => Stack.ReferredToBy(other[attribute]) == this);
}
