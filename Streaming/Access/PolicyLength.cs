using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nautilus.Access;

/// <summary>
/// Estimates how many characters IAM counts in a policy. IAM counts the ARNs, which are not known before Terraform runs: a value that is
/// one expression counts as an ARN, and an expression in a longer value counts as a part of one.
/// </summary>
internal static partial class PolicyLength
{
    private const int LengthOfArn = 90;
    private const int LengthOfPart = 12;

    public static int Of(IEnumerable<Statement> statements)
    {
        var json = JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements.Select(Iam) });
        var withArns = WholeArn().Replace(json, $"\"{new string('x', LengthOfArn)}\"");
        return PartOfArn().Replace(withArns, new string('x', LengthOfPart)).Length;
    }

    private static Dictionary<string, object> Iam(Statement statement)
    {
        var iam = new Dictionary<string, object>
        {
            ["Sid"] = statement.Sid, ["Effect"] = statement.Effect, ["Action"] = statement.Actions, ["Resource"] = statement.Resources,
        };
        if (statement.Principal is { } principal)
            iam["Principal"] = new Dictionary<string, string[]> { [principal.Type] = principal.Identifiers };
        if (statement.Conditions.Count > 0)
            iam["Condition"] = statement.Conditions.GroupBy(condition => condition.Test).ToDictionary(
                test => test.Key,
                test => test.Select(condition => new Dictionary<string, string[]> { [condition.Variable] = condition.Values }));
        return iam;
    }

    [GeneratedRegex(@"""\$\{[^}]*\}""")]
    private static partial Regex WholeArn();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex PartOfArn();
}
