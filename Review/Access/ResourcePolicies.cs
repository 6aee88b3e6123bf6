using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Access;

/// <summary>The policies of a stack's resources, by the sample ARNs of these.</summary>
internal sealed class ResourcePolicies(ResolvedStack stack)
{
    private readonly PolicyReader _reader = new(stack.Expressions);
    private readonly Dictionary<string, IReadOnlyList<PolicyDocument>> _known = [];

    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    private PolicyDocument DefaultOfKeys => new(
    [
        new()
        {
            Effect = Effect.Allow,
            Principals = [new("AWS", $"arn:aws:iam::{stack.Account}:root")],
            Actions = ["kms:*"],
            Resources = ["*"],
        },
    ]);

    public IReadOnlyList<PolicyDocument> Of(string arn)
    {
        if (!_known.TryGetValue(arn, out var policies))
            _known[arn] = policies = Read(arn);
        return policies;
    }

    private IReadOnlyList<PolicyDocument> Read(string arn)
    {
        var owner = ResourceArn.OwnerOf(arn);
        PolicyDocument?[] policies =
        [
            .. from carrier in PolicyCarriers.InItself
               from resource in stack.OfType(carrier.Type)
               where resource[carrier.Attribute] is not null && stack.ArnOf(resource.Address) == owner
               select _reader.Read(resource, carrier.Attribute),
            .. from carrier in PolicyCarriers.Beside
               from policy in stack.OfType(carrier.Type)
               where ArnOfOwner(carrier, stack.Text(policy, carrier.OwnedBy!)) == owner
               select _reader.Read(policy, carrier.Attribute),
        ];
        return policies.Length == 0 && ResourceArn.IsKey(arn) ? [DefaultOfKeys] : [.. policies.OfType<PolicyDocument>()];
    }

    private string? ArnOfOwner(PolicyCarrier carrier, string owner) => owner.StartsWith("arn:", StringComparison.Ordinal)
        ? owner
        : stack.OfType(carrier.Owner!)
            .Where(resource => stack.Attribute(resource, carrier.OwnerId) == owner)
            .Select(resource => stack.ArnOf(resource.Address))
            .FirstOrDefault();
}
