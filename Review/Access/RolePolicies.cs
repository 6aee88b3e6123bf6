using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Access;

/// <summary>The policies of a stack's roles.</summary>
internal sealed class RolePolicies(ResolvedStack stack)
{
    private static readonly string[] NotUnderstood = ["managed_policy_arns", "inline_policy", "permissions_boundary"];

    private readonly PolicyReader _reader = new(stack.Expressions);
    private readonly Dictionary<string, IReadOnlyList<PolicyDocument>> _known = [];

    public IReadOnlyList<PolicyDocument> Of(string role)
    {
        if (!_known.TryGetValue(role, out var policies))
            _known[role] = policies = Read(role);
        return policies;
    }

    public PolicyDocument TrustOf(string role) => Policy(stack.Get("aws_iam_role", role), PolicyCarriers.Trust);

    public PolicyDocument Managed(string policy) => Policy(stack.Get("aws_iam_policy", policy), "policy");

    private PolicyDocument[] Read(string name)
    {
        var role = stack.Get("aws_iam_role", name);
        if (NotUnderstood.FirstOrDefault(role.Attributes.ContainsKey) is { } attribute)
            throw new NotSupportedException($"role '{name}': {attribute} is not understood");
        if (stack.OfType("aws_iam_policy_attachment").Any())
            throw new NotSupportedException("aws_iam_policy_attachment is not understood: use aws_iam_role_policy_attachment");

        var attached = from attachment in OfRole("aws_iam_role_policy_attachment", role)
                       select Attached(stack.Text(attachment, "policy_arn"), name);
        var inline = from policy in OfRole("aws_iam_role_policy", role)
                     select Policy(policy, "policy");
        return [.. attached, .. inline];
    }

    private IEnumerable<Resource> OfRole(string type, Resource role)
    {
        var name = stack.Attribute(role, "name");
        return stack.OfType(type).Where(resource => stack.Text(resource, "role") == name);
    }

    private PolicyDocument Attached(string arn, string role) =>
        stack.OfType("aws_iam_policy").FirstOrDefault(policy => stack.ArnOf(policy.Address) == arn) is { } policy
            ? Managed(policy.Name)
            : throw new NotSupportedException($"role '{role}': the stack does not contain policy '{arn}'");

    private PolicyDocument Policy(Resource carrier, string attribute) =>
        _reader.Read(carrier, attribute) ?? throw new KeyNotFoundException($"{carrier.Address} has no {attribute}");
}
