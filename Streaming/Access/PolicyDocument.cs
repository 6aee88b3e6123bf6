using System.Text.Json;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>An IAM policy as data. Statements can be added until synth, when the policy is rendered.</summary>
internal sealed class PolicyDocument
{
    private static readonly char[] Digits = [.. "0123456789"];

    private readonly List<Statement> _statements = [];

    public PolicyDocument(Construct scope, string id, params IEnumerable<Statement> statements)
    {
        Add(statements);
        Json = new DataAwsIamPolicyDocument(scope, id, new DataAwsIamPolicyDocumentConfig { Statement = AtSynth.Value(Rendered) }).Json;
    }

    public string Json { get; }

    public bool IsEmpty => _statements.Count == 0;

    /// <summary>About as many characters as IAM counts.</summary>
    public int Length => PolicyLength.Of(_statements);

    /// <summary>
    /// Adds statements. A statement that the policy already has is left out. Another one with the same sid gets a number.
    /// </summary>
    public void Add(params IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
            if (!_statements.Any(present => IsSame(present, statement)))
                _statements.Add(statement with { Sid = FreeSid(statement.Sid) });
    }

    private static bool IsSame(Statement present, Statement statement) =>
        present.Sid.TrimEnd(Digits) == statement.Sid.TrimEnd(Digits) && Text(present with { Sid = statement.Sid }) == Text(statement);

    private static string Text(Statement statement) => JsonSerializer.Serialize(statement);

    private string FreeSid(string sid) => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? sid : $"{sid}{number}")
        .First(candidate => _statements.All(present => present.Sid != candidate));

    private object Rendered() => _statements.Select(statement => statement.InTerraform()).ToArray();
}
