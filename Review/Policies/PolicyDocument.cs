using System.Text.Json.Nodes;

namespace Nautilus.Review.Policies;

/// <summary>An IAM policy, read from IAM's JSON or from Terraform's data source <c>aws_iam_policy_document</c>.</summary>
/// <param name="Statements">The statements.</param>
public sealed record PolicyDocument(IReadOnlyList<Statement> Statements)
{
    internal const string CurrentVersion = "2012-10-17";

    /// <summary>Whether the policy has variables. In the version before 2012-10-17, <c>${aws:username}</c> is plain text.</summary>
    public bool HasVariables { get; init; } = true;

    /// <summary>Reads a policy from IAM's JSON.</summary>
    /// <param name="json">The policy. A version is needed for variables: without one, IAM takes the old version.</param>
    /// <exception cref="FormatException">IAM would refuse the policy.</exception>
    public static PolicyDocument Parse(string json) => Parse(JsonNode.Parse(json)!);

    internal static PolicyDocument Parse(JsonNode json) => PolicyJson.Read(json.AsObject());

    /// <summary>
    /// This policy with another one merged into it, as the provider merges documents: a statement replaces the one with the same sid.
    /// See https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document.
    /// </summary>
    internal PolicyDocument Merged(PolicyDocument other)
    {
        var statements = Statements.ToList();
        foreach (var statement in other.Statements)
        {
            var same = string.IsNullOrEmpty(statement.Sid) ? -1 : statements.FindIndex(one => one.Sid == statement.Sid);
            if (same < 0)
                statements.Add(statement);
            else
                statements[same] = statement;
        }

        return this with { Statements = statements, HasVariables = HasVariables || other.HasVariables };
    }
}
