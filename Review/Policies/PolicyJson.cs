using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Policies;

/// <summary>Reads IAM's JSON, see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.</summary>
internal static class PolicyJson
{
    private static readonly string[] Elements = ["Version", "Id", "Statement"];

    private static readonly string[] OfStatement =
        ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"];

    public static PolicyDocument Read(JsonObject policy)
    {
        PolicyRules.Know(policy, Elements);
        return new([.. policy["Statement"].Items().Select(statement => PolicyRules.Complete(Statement(statement.AsObject())))])
        {
            HasVariables = policy["Version"].Text() == PolicyDocument.CurrentVersion,
        };
    }

    private static Statement Statement(JsonObject statement)
    {
        PolicyRules.Know(statement, OfStatement);
        return new()
        {
            Sid = statement["Sid"].Text(),
            Effect = PolicyRules.Effect(statement["Effect"].Text()),
            Actions = statement["Action"].Texts(),
            NotActions = statement["NotAction"].Texts(),
            Resources = statement["Resource"].Texts(),
            NotResources = statement["NotResource"].Texts(),
            Principals = Principals(statement["Principal"]),
            NotPrincipals = Principals(statement["NotPrincipal"]),
            Conditions =
            [
                .. from test in statement["Condition"].Blocks()
                   from keys in test
                   from key in keys.Value.Blocks()
                   from values in key
                   select new Condition(keys.Key, values.Key, values.Value.Texts()),
            ],
        };
    }

    private static IReadOnlyList<Principal> Principals(JsonNode? node) => node is JsonObject types
        ? [.. from type in types from id in type.Value.Texts() select new Principal(type.Key, id)]
        : [.. node.Texts().Select(id => new Principal(id, id))];
}
