using Nautilus.Review.Terraform;

namespace Nautilus.Review.Policies;

/// <summary>Reads the policies that resources carry: JSON with references inside, or a reference to a document of their stack.</summary>
/// <param name="expressions">The values of Terraform's expressions. Without them, expressions stay as they are.</param>
internal sealed class PolicyReader(TerraformExpressions? expressions = null)
{
    private readonly Func<string, string> _inJson = expressions is null ? text => text : expressions.Resolve;
    private readonly Func<string, string> _inDocument = expressions is null ? text => text : PolicyDataSource.Resolving(expressions);

    /// <summary>Leaves expressions as they are: rules and waivers know resources by them.</summary>
    public static PolicyReader AsWritten { get; } = new();

    /// <summary>The policy in an attribute of a resource; null where the attribute is not set.</summary>
    public PolicyDocument? Read(Resource carrier, string attribute) => carrier[attribute] is { } policy ? Read(policy, carrier) : null;

    /// <summary>A <c>data.aws_iam_policy_document</c>, with the documents that it is merged from.</summary>
    public PolicyDocument Read(Resource document)
    {
        var own = document.Attributes.DeepClone().AsObject();
        own.Remove("source_policy_documents");
        own.Remove("override_policy_documents");
        return document.List("source_policy_documents").Select(source => Read(source, document))
            .Append(PolicyDataSource.Read(own, _inDocument))
            .Concat(document.List("override_policy_documents").Select(other => Read(other, document)))
            .Aggregate((merged, next) => merged.Merged(next));
    }

    private PolicyDocument Read(string policy, Resource carrier)
    {
        if (carrier.Stack.ReferredToBy(policy) is { Type: PolicyCarriers.Document } document)
            return Read(document);
        return EncodedJson.Parse(policy) is { } json
            ? PolicyDocument.Parse(EncodedJson.Map(json, _inJson)!)
            : throw new InvalidOperationException(
                $"{carrier.Stack.Name}, {carrier.Address}: a policy must be JSON or a document of the stack, got {policy}");
    }
}
