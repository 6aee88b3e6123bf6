using System.Text.Json;
using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;

namespace Nautilus.Streaming.Access;

/// <summary>An IAM policy as data, so that a change of it reads as a change of structure in review.</summary>
internal sealed partial class PolicyDocument
{
    private readonly List<Statement> _statements = [];
    private readonly DataAwsIamPolicyDocument _document;

    public PolicyDocument(Construct scope, string id, params IEnumerable<Statement> statements)
    {
        _document = new DataAwsIamPolicyDocument(scope, id, new DataAwsIamPolicyDocumentConfig());
        Add(statements);
    }

    public string Json => _document.Json;

    /// <summary>About as many characters as IAM will count: a value that Terraform fills in later is taken for an ARN.</summary>
    public int Length => Token().Replace(JsonSerializer.Serialize(_statements), new string('x', 90)).Length;

    /// <summary>Adds statements. What stands there already is left out; another one of the same sid gets a number.</summary>
    public void Add(params IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            if (!_statements.Any(present => Text(present with { Sid = statement.Sid }) == Text(statement) && SameName(present.Sid, statement.Sid)))
                _statements.Add(statement with { Sid = FreeSid(statement.Sid) });
        _document.PutStatement(_statements.Select(ToTerraform).ToArray());
    }

    private string FreeSid(string sid) => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? sid : $"{sid}{number}")
        .First(candidate => _statements.All(present => present.Sid != candidate));

    private static bool SameName(string present, string sid) => present.TrimEnd([.. "0123456789"]) == sid;

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

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Token();
}
