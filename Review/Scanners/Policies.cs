using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>Finds the policy that a resource carries: a document of its stack, or literal JSON.</summary>
internal static class Policies
{
    public const string Document = "data.aws_iam_policy_document";

    private static readonly string[] Others = ["source_policy_documents", "override_policy_documents"];

    public static IEnumerable<Statement> PolicyStatements(this Resource resource) => resource.Statements(PolicyCarriers.AttributeOf(resource.Type));

    public static IEnumerable<Statement> PolicyAllows(this Resource resource) => resource.PolicyStatements().Where(statement => statement.Allows);

    public static IEnumerable<Statement> TrustAllows(this Resource role) => role.Statements("assume_role_policy").Where(statement => statement.Allows);

    public static bool DeniesWithoutTls(this Resource resource, string action) =>
        resource.PolicyStatements().Any(statement => statement.DeniesWithoutTls(action));

    public static IEnumerable<Statement> Statements(this Resource resource, string attribute) =>
        resource[attribute] is { } policy ? Read(policy, resource) : [];

    private static IEnumerable<Statement> Read(string policy, Resource carrier)
    {
        if (carrier.Stack.ReferredToBy(policy) is { Type: Document } document)
            return InDocument(document);
        if (policy.TrimStart().StartsWith('{'))
            return PolicyDocument.Parse(policy).Statements;
        throw new InvalidOperationException(
            $"{carrier.Stack.Name}, {carrier.Address}: to be judged, a policy must be a document of its stack or literal JSON, got {policy}");
    }

    // Expressions stay as they are: rules and waivers know resources by them.
    private static IEnumerable<Statement> InDocument(Resource document)
    {
        var own = document.Attributes.DeepClone().AsObject();
        foreach (var others in Others)
            own.Remove(others);
        return [.. Others.SelectMany(document.List).SelectMany(other => Read(other, document)), .. PolicyDocument.OfTerraform(own, text => text).Statements];
    }
}
