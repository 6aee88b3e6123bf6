using System.Text.Json.Nodes;

namespace Nautilus.Tests.Conformance;

/// <summary>Reads the statements of a policy that a resource carries: a document of its stack, or literal JSON.</summary>
internal static class PolicyDocument
{
    public const string Type = "data.aws_iam_policy_document";

    public static IEnumerable<Statement> PolicyAllows(this Resource resource) => resource.Statements("policy").Where(statement => statement.Allows);

    public static IEnumerable<Statement> TrustAllows(this Resource role) => role.Statements("assume_role_policy").Where(statement => statement.Allows);

    public static IEnumerable<Statement> Statements(this Resource resource, string attribute) =>
        resource[attribute] is { } policy ? Read(policy, resource) : [];

    private static IEnumerable<Statement> Read(string policy, Resource carrier)
    {
        if (carrier.Stack.ReferredToBy(policy) is { Type: Type } document)
            return InDocument(document);
        if (policy.TrimStart().StartsWith('{'))
            return JsonNode.Parse(policy)!["Statement"].Items().Select(InLiteral);
        throw new InvalidOperationException(
            $"{carrier.Stack.Name}, {carrier.Address}: to be judged, a policy must be a document of its stack or literal JSON, got {policy}");
    }

    private static IEnumerable<Statement> InDocument(Resource document) =>
    [
        .. document.List("source_policy_documents").Concat(document.List("override_policy_documents")).SelectMany(other => Read(other, document)),
        .. document.Attributes["statement"].Items().Select(InDocument),
    ];

    private static Statement InDocument(JsonNode statement) => new(statement["sid"].Text() ?? "", statement["effect"].Text() is null or "Allow")
    {
        Actions = Named(statement, "actions", "not_actions"),
        Resources = Named(statement, "resources", "not_resources"),
        Principals = [.. PrincipalsIn(statement["principals"]), .. Anyone(but: statement["not_principals"])],
        Conditions = [.. from condition in statement["condition"].Items()
                         select new Condition(condition["test"].Text()!, condition["variable"].Text()!, condition["values"].Texts())],
    };

    private static Statement InLiteral(JsonNode statement) => new(statement["Sid"].Text() ?? "", statement["Effect"].Text() == "Allow")
    {
        Actions = Named(statement, "Action", "NotAction"),
        Resources = Named(statement, "Resource", "NotResource"),
        Principals = [.. LiteralPrincipals(statement["Principal"]), .. Anyone(but: statement["NotPrincipal"])],
        Conditions = [.. from test in statement["Condition"]?.AsObject() ?? []
                         from variable in test.Value!.AsObject()
                         select new Condition(test.Key, variable.Key, variable.Value.Texts())],
    };

    private static IReadOnlyList<string> Named(JsonNode statement, string some, string allBut) =>
        statement[allBut] is null ? statement[some].Texts() : ["*"];

    private static IEnumerable<Principal> Anyone(JsonNode? but) => but is null ? [] : [new("*", "*")];

    private static IEnumerable<Principal> PrincipalsIn(JsonNode? principals) =>
        from principal in principals.Items()
        from id in principal["identifiers"].Texts()
        select new Principal(principal["type"].Text()!, id);

    private static IEnumerable<Principal> LiteralPrincipals(JsonNode? principals) => principals is JsonObject byType
        ? from type in byType from id in type.Value.Texts() select new Principal(type.Key, id)
        : principals.Texts().Select(id => new Principal("*", id));
}
