using System.Text.Json.Nodes;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Policies;

/// <summary>
/// Reads Terraform's <c>aws_iam_policy_document</c>,
/// see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document.
/// </summary>
internal static class PolicyDataSource
{
    private static readonly string[] Elements = ["//", "version", "policy_id", "provider", "statement"];

    private static readonly string[] OfStatement =
    [
        "sid", "effect", "actions", "not_actions", "resources", "not_resources", "principals", "not_principals", "condition",
    ];

    /// <summary>How the texts of a document are resolved. The provider writes variables of IAM as <c>&amp;{…}</c>.</summary>
    public static Func<string, string> Resolving(TerraformExpressions expressions) =>
        text => expressions.Resolve(text).Replace("&{", "${", StringComparison.Ordinal);

    /// <param name="data">The body of the data source, without the documents that it is merged from.</param>
    /// <param name="text">How its texts are read.</param>
    public static PolicyDocument Read(JsonObject data, Func<string, string> text)
    {
        PolicyRules.Know(data, Elements);
        return new([.. data["statement"].Items().Select(statement => PolicyRules.Complete(Statement(statement.AsObject(), text)))])
        {
            HasVariables = (data["version"].Text() ?? PolicyDocument.CurrentVersion) == PolicyDocument.CurrentVersion,
        };
    }

    private static Statement Statement(JsonObject statement, Func<string, string> text)
    {
        PolicyRules.Know(statement, OfStatement);
        return new()
        {
            Sid = statement["sid"].Text() is { Length: > 0 } sid ? text(sid) : null,
            Effect = PolicyRules.Effect(statement["effect"].Text() ?? nameof(Effect.Allow)),
            Actions = Texts(statement["actions"]),
            NotActions = Texts(statement["not_actions"]),
            Resources = Texts(statement["resources"]),
            NotResources = Texts(statement["not_resources"]),
            Principals = Principals(statement["principals"]),
            NotPrincipals = Principals(statement["not_principals"]),
            Conditions =
            [
                .. from condition in statement["condition"].Items()
                   select new Condition(condition["test"].Text()!, text(condition["variable"].Text()!), Texts(condition["values"])),
            ],
        };

        IReadOnlyList<string> Texts(JsonNode? node) => [.. node.Texts().Select(text)];

        IReadOnlyList<Principal> Principals(JsonNode? node) =>
        [
            .. from principal in node.Items()
               from id in Texts(principal["identifiers"])
               select new Principal(principal["type"].Text()!, id),
        ];
    }
}
