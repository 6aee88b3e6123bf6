using System.Text.Json;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>An IAM policy as data. Statements can be added until synth, when the policy is rendered.</summary>
internal sealed class PolicyDocument
{
    private static readonly char[] Digits = [.. "0123456789"];

    private readonly List<Statement> _statements = [];

    private string? _json;

    public PolicyDocument(params IEnumerable<Statement> statements) => Add(statements);

    /// <summary>The policy as text for one resource.</summary>
    public string Json => _json ??= AtSynth.Text(Render);

    public bool IsEmpty => _statements.Count == 0;

    /// <summary>About as many characters as IAM counts.</summary>
    public int Length => PolicyLength.Of(_statements);

    /// <summary>
    /// Adds statements. A statement that the policy already has is left out. Another one with the same sid gets a number.
    /// </summary>
    public void Add(params IEnumerable<Statement> statements)
    {
        foreach (var statement in statements.Select(statement => statement.Checked()))
            if (!_statements.Any(present => IsSame(present, statement)))
                _statements.Add(statement with { Sid = FreeSid(statement.Sid) });
    }

    private static bool IsSame(Statement present, Statement statement) =>
        present.Sid.TrimEnd(Digits) == statement.Sid.TrimEnd(Digits) && Text(present with { Sid = statement.Sid }) == Text(statement);

    private static string Text(Statement statement) => JsonSerializer.Serialize(statement);

    // Terraform reads ${…} as an expression of its own.
    private string Render() => JsonText.Of(PolicyJson.Of(_statements)).Replace("&{", "$${", StringComparison.Ordinal);

    private string FreeSid(string sid) => Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? sid : $"{sid}{number}")
        .First(candidate => _statements.All(present => present.Sid != candidate));
}
