using System.Text.Json.Nodes;
using Nautilus.Review.Access;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Policies;

internal enum Effect
{
    Allow,
    Deny,
}

/// <param name="Type">AWS, Service, Federated, CanonicalUser or *.</param>
/// <param name="Id">An ARN, an account, a service's name or *.</param>
internal sealed record Principal(string Type, string Id);

internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values);

internal sealed record Statement
{
    public string? Sid { get; init; }

    public required Effect Effect { get; init; }

    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyList<string> NotActions { get; init; } = [];

    public IReadOnlyList<string> Resources { get; init; } = [];

    public IReadOnlyList<string> NotResources { get; init; } = [];

    public IReadOnlyList<Principal> Principals { get; init; } = [];

    public IReadOnlyList<Principal> NotPrincipals { get; init; } = [];

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    public bool HasPrincipals => Principals.Count + NotPrincipals.Count > 0;
}

/// <summary>An IAM policy, whichever of the two ways it was written: as IAM's JSON, or as Terraform's data source.</summary>
internal sealed record PolicyDocument(IReadOnlyList<Statement> Statements)
{
    private const string Current = "2012-10-17";

    /// <summary>Without a version IAM takes the old one, in which <c>${aws:username}</c> is plain text.</summary>
    public bool HasVariables { get; init; } = true;

    public static PolicyDocument Parse(string json)
    {
        var policy = JsonNode.Parse(json)!.AsObject();
        Known(policy, "Version", "Id", "Statement");
        return new([.. Many(policy["Statement"]).Select(statement => Whole(ParseStatement(statement.AsObject())))])
        {
            HasVariables = (string?)policy["Version"] == Current,
        };
    }

    /// <param name="data">The body of a synthesized <c>data.aws_iam_policy_document</c>.</param>
    /// <param name="expressions">What its Terraform expressions stand for.</param>
    public static PolicyDocument OfTerraform(JsonNode data, TerraformExpressions expressions) =>
        // The provider writes variables of IAM as &{…}, to tell them from Terraform's own.
        OfTerraform(data, text => expressions.Resolve(text).Replace("&{", "${", StringComparison.Ordinal));

    /// <param name="data">The body of a synthesized <c>data.aws_iam_policy_document</c>.</param>
    /// <param name="text">How its texts are read.</param>
    public static PolicyDocument OfTerraform(JsonNode data, Func<string, string> text)
    {
        Known(data.AsObject(), "//", "version", "policy_id", "provider", "statement");
        return new([.. Many(data["statement"]).Select(statement => Whole(OfTerraform(statement.AsObject(), text)))])
        {
            HasVariables = ((string?)data["version"] ?? Current) == Current,
        };
    }

    private static Statement ParseStatement(JsonObject statement)
    {
        Known(statement, "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition");
        return new()
        {
            Sid = (string?)statement["Sid"],
            Effect = ParseEffect((string?)statement["Effect"]),
            Actions = Strings(statement["Action"]),
            NotActions = Strings(statement["NotAction"]),
            Resources = Strings(statement["Resource"]),
            NotResources = Strings(statement["NotResource"]),
            Principals = ParsePrincipals(statement["Principal"]),
            NotPrincipals = ParsePrincipals(statement["NotPrincipal"]),
            Conditions =
            [
                .. from test in statement["Condition"]?.AsObject() ?? []
                from key in test.Value!.AsObject()
                select new Condition(test.Key, key.Key, Strings(key.Value)),
            ],
        };
    }

    private static Statement OfTerraform(JsonObject statement, Func<string, string> text)
    {
        Known(statement, "sid", "effect", "actions", "not_actions", "resources", "not_resources", "principals", "not_principals", "condition");
        return new()
        {
            Sid = (string?)statement["sid"] is { Length: > 0 } sid ? text(sid) : null,
            Effect = ParseEffect((string?)statement["effect"] ?? nameof(Effect.Allow)),
            Actions = Texts(statement["actions"]),
            NotActions = Texts(statement["not_actions"]),
            Resources = Texts(statement["resources"]),
            NotResources = Texts(statement["not_resources"]),
            Principals = Principals(statement["principals"]),
            NotPrincipals = Principals(statement["not_principals"]),
            Conditions =
            [
                .. from condition in Many(statement["condition"])
                select new Condition((string)condition["test"]!, (string)condition["variable"]!, Texts(condition["values"])),
            ],
        };

        IReadOnlyList<string> Texts(JsonNode? node) => [.. Strings(node).Select(text)];

        IReadOnlyList<Principal> Principals(JsonNode? node) =>
        [
            .. from principal in Many(node)
            from id in Texts(principal["identifiers"])
            select new Principal((string)principal["type"]!, id),
        ];
    }

    // Only a trust policy has no resource: it is about the role that has it.
    private static Statement Whole(Statement statement)
    {
        if (statement.Actions.Count + statement.NotActions.Count == 0)
            throw new FormatException($"policy: statement '{statement.Sid}' has no action");
        if (statement.Resources.Count + statement.NotResources.Count == 0 && !statement.HasPrincipals)
            throw new FormatException($"policy: statement '{statement.Sid}' has no resource");
        return statement;
    }

    private static IReadOnlyList<Principal> ParsePrincipals(JsonNode? node) => node switch
    {
        null => [],
        JsonObject types => [.. from type in types from id in Strings(type.Value) select new Principal(type.Key, id)],
        _ => [.. Strings(node).Select(id => new Principal(id, id))],
    };

    private static Effect ParseEffect(string? effect) => effect switch
    {
        nameof(Effect.Allow) => Effect.Allow,
        nameof(Effect.Deny) => Effect.Deny,
        _ => throw new FormatException($"policy: Effect must be Allow or Deny, got '{effect}'"),
    };

    private static IReadOnlyList<string> Strings(JsonNode? node) => [.. Many(node).Select(value => value.ToString())];

    private static IEnumerable<JsonNode> Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.Select(item => item!),
        _ => [node],
    };

    private static void Known(JsonObject node, params string[] elements)
    {
        var unknown = node.Select(element => element.Key).Except(elements).ToArray();
        if (unknown.Length > 0)
            throw new FormatException($"policy: no element '{unknown[0]}', but {string.Join(", ", elements)}");
    }
}
