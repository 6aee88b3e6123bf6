namespace Nautilus.Review.Terraform;

/// <summary>A stack whose expressions have sample values.</summary>
internal sealed class ResolvedStack(SynthesizedStack stack, string account, string region)
{
    public string Account => account;

    public TerraformExpressions Expressions { get; } = new(SampleAttributes.Of(stack, account, region));

    public IEnumerable<Resource> OfType(string type) => stack.OfType(type);

    /// <summary>The resource of a type by its name in the configuration.</summary>
    /// <exception cref="KeyNotFoundException">The stack has no such resource.</exception>
    public Resource Get(string type, string name) => stack.Find($"{type}.{name}") ?? throw new KeyNotFoundException(
        $"the stack has no {type}.{name}, but: {string.Join(", ", stack.OfType(type).Select(resource => resource.Name))}");

    /// <summary>The sample ARN of a resource.</summary>
    public string ArnOf(string address) => Expressions.Resolve(new Reference(address, "arn").ToString());

    /// <summary>An attribute as the configuration sets it.</summary>
    public string Text(Resource resource, string attribute) => Expressions.Resolve(resource[attribute]!);

    /// <summary>An attribute as the configuration sets it, or as AWS gives it.</summary>
    public string Attribute(Resource resource, string attribute) => Expressions.Resolve(resource.ReferenceTo(attribute));
}
