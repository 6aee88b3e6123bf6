namespace Nautilus.Access;

/// <summary>A policy in IAM's own form.</summary>
internal static class PolicyJson
{
    public static Dictionary<string, object> Of(IEnumerable<Statement> statements) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = statements.Select(Of).ToArray(),
    };

    private static Dictionary<string, object> Of(Statement statement)
    {
        var json = new Dictionary<string, object> { ["Sid"] = statement.Sid, ["Effect"] = statement.Denies ? "Deny" : "Allow" };
        if (statement.Principal is { } principal)
            json["Principal"] = new Dictionary<string, object> { [principal.Type] = OneOrMore(principal.Identifiers) };
        json["Action"] = OneOrMore(statement.Actions);
        if (statement.Resources.Count > 0)
            json["Resource"] = OneOrMore(statement.Resources);
        if (statement.Conditions.Count > 0)
            json["Condition"] = statement.Conditions.GroupBy(condition => condition.Test).ToDictionary(test => test.Key, ByVariable);
        return json;
    }

    private static Dictionary<string, object> ByVariable(IEnumerable<Condition> conditions) =>
        conditions.ToDictionary(condition => condition.Variable, condition => OneOrMore(condition.Values));

    private static object OneOrMore(IReadOnlyList<string> values) => values is [var one] ? one : values;
}
