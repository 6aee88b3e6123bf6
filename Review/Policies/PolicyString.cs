using System.Text;
using System.Text.RegularExpressions;

namespace Nautilus.Review.Policies;

/// <summary>
/// A string of a policy, with wildcards and variables. Rules:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html.
/// </summary>
internal sealed partial class PolicyString
{
    private readonly List<(string Text, bool Verbatim)> _pieces = [];

    private PolicyString()
    {
    }

    /// <summary>The text as it is: without variables.</summary>
    public static PolicyString Plain(string text) => new() { _pieces = { (text, false) } };

    /// <summary>The text with its variables filled in; null, which matches nothing, where one has neither a value nor a default.</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueOf">The one value that a request has for a condition key, or null.</param>
    public static PolicyString? Filled(string text, Func<string, string?> valueOf)
    {
        var filled = new PolicyString();
        var end = 0;
        foreach (Match variable in Variable().Matches(text))
        {
            filled._pieces.Add((text[end..variable.Index], false));
            if (ValueOf(variable, valueOf) is not { } value)
                return null;
            filled._pieces.Add((value, true));
            end = variable.Index + variable.Length;
        }

        filled._pieces.Add((text[end..], false));
        return filled;
    }

    public string Literal => string.Concat(_pieces.Select(piece => piece.Text));

    public bool IsLike(string text, bool ignoreCase = false) => Wildcards.Match(
        [.. _pieces.SelectMany(piece => piece.Text, (piece, character) => (character, piece.Verbatim))], text, ignoreCase);

    /// <summary>As <see cref="IsLike"/>, but a wildcard in one of the first five parts of an ARN does not leave that part.</summary>
    public bool IsLikeArn(string arn)
    {
        const int separators = 5;
        if (Literal.Count(c => c == ':') < separators)
            throw new FormatException($"policy: '{Literal}' is no ARN of six parts");
        return Regex.IsMatch(arn, $@"\A{Pattern(separators)}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private string Pattern(int separators)
    {
        var pattern = new StringBuilder();
        var colons = 0;
        foreach (var (text, verbatim) in _pieces)
        {
            foreach (var c in text)
            {
                colons += c == ':' ? 1 : 0;
                var any = colons < separators ? "[^:]" : ".";
                pattern.Append((c, verbatim) switch
                {
                    ('*', false) => any + "*",
                    ('?', false) => any,
                    _ => Regex.Escape(c.ToString()),
                });
            }
        }

        return pattern.ToString();
    }

    private static string? ValueOf(Match variable, Func<string, string?> valueOf)
    {
        var key = variable.Groups["key"].Value;
        if (key is "*" or "?" or "$")
            return key;
        return valueOf(key) ?? (variable.Groups["default"] is { Success: true } fallback ? fallback.Value : null);
    }

    [GeneratedRegex(@"\$\{\s*(?<key>[^},\s]+)\s*(,\s*'(?<default>[^']*)'\s*)?\}")]
    private static partial Regex Variable();
}
