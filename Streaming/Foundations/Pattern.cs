using System.Text.RegularExpressions;

namespace Nautilus.Foundations;

/// <summary>A pattern of AWS for names or ARNs.</summary>
public sealed class Pattern
{
    // Most runs use a few of the patterns.
    private readonly Lazy<Regex> _expression;

    private Pattern(string expression, string description, string document) =>
        (_expression, Description, Document) = (new(() => new(expression, RegexOptions.CultureInvariant)), description, document);

    /// <summary>What a value must be, for an error: <c>1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-'</c>.</summary>
    public string Description { get; }

    /// <summary>The document that the pattern comes from.</summary>
    public string Document { get; }

    /// <summary>Whether AWS accepts the value, or Terraform fills it in later.</summary>
    public bool Accepts(string? value) => value is not null && (Tokens.IsToken(value) || Covers(value));

    /// <summary>Whether AWS accepts the value as it is.</summary>
    public bool Covers(string? value) => value is not null && _expression.Value.IsMatch(value);

    /// <param name="expression">A regular expression for the whole value.</param>
    /// <param name="description">What a value must be, to follow <c>name must be</c>.</param>
    /// <param name="document">The document that the pattern comes from.</param>
    public static Pattern Of(string expression, string description, string document) =>
        new($@"^(?:{expression})\z", description, document);
}
