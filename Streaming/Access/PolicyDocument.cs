using System.Text.Json;
using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;

namespace Nautilus.Access;

/// <summary>An IAM policy as data, so that a change of it reads as a change of structure in review.</summary>
internal sealed partial class PolicyDocument
{
    private static readonly char[] Digits = [.. "0123456789"];

    private readonly List<Statement> _statements = [];
    private readonly DataAwsIamPolicyDocument _document;

    public PolicyDocument(Construct scope, string id, params IEnumerable<Statement> statements)
    {
        Keep(statements);
        _document = new DataAwsIamPolicyDocument(scope, id, new DataAwsIamPolicyDocumentConfig { Statement = InTerraform });
    }

    public string Json => _document.Json;

    /// <summary>
    /// About as many characters as IAM will count. A value that Terraform fills in later is taken for an ARN,
    /// or, within a longer value, for a part of one.
    /// </summary>
    public int Length => PartOfArn().Replace(WholeArn().Replace(JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = _statements.Select(ToIam) }), $"\"{new string('x', 90)}\""), new string('x', 12)).Length;

    /// <summary>Adds statements. What stands there already is left out; another one of the same sid gets a number.</summary>
    public void Add(params IEnumerable<Statement> statements)
    {
        Keep(statements);
        _document.PutStatement(InTerraform);
    }

    private DataAwsIamPolicyDocumentStatement[] InTerraform => [.. _statements.Select(ToTerraform)];

    private void Keep(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            if (!_statements.Any(present => Text(present with { Sid = statement.Sid }) == Text(statement) && SameName(present.Sid, statement.Sid)))
                _statements.Add(statement with { Sid = FreeSid(statement.Sid) });
    }

    private string FreeSid(string sid) => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? sid : $"{sid}{number}")
        .First(candidate => _statements.All(present => present.Sid != candidate));

    private static bool SameName(string present, string sid) => present.TrimEnd(Digits) == sid.TrimEnd(Digits);

    private static string Text(Statement statement) => JsonSerializer.Serialize(statement);

    private static DataAwsIamPolicyDocumentStatement ToTerraform(Statement statement) => new()
    {
        Sid = statement.Sid,
        Effect = statement.Denies ? "Deny" : "Allow",
        Actions = [.. statement.Actions],
        Resources = statement.Resources.Count > 0 ? [.. statement.Resources] : null,
        Principals = statement.Principal is { } principal
            ? new[] { new DataAwsIamPolicyDocumentStatementPrincipals { Type = principal.Type, Identifiers = principal.Identifiers } }
            : null,
        Condition = statement.Conditions.Count > 0
            ? statement.Conditions.Select(condition => new DataAwsIamPolicyDocumentStatementCondition
            {
                Test = condition.Test,
                Variable = condition.Variable,
                Values = condition.Values,
            }).ToArray()
            : null,
    };

    private static Dictionary<string, object> ToIam(Statement statement)
    {
        var iam = new Dictionary<string, object> { ["Sid"] = statement.Sid, ["Effect"] = "Allow", ["Action"] = statement.Actions, ["Resource"] = statement.Resources };
        if (statement.Principal is { } principal)
            iam["Principal"] = new Dictionary<string, string[]> { [principal.Type] = principal.Identifiers };
        if (statement.Conditions.Count > 0)
            iam["Condition"] = statement.Conditions
                .GroupBy(condition => condition.Test)
                .ToDictionary(test => test.Key, test => test.Select(condition => new Dictionary<string, string[]> { [condition.Variable] = condition.Values }));
        return iam;
    }

    [GeneratedRegex(@"""\$\{[^}]*\}""")]
    private static partial Regex WholeArn();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex PartOfArn();
}
