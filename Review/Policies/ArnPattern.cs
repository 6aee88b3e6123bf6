using System.Text.RegularExpressions;

namespace Nautilus.Review.Policies;

/// <summary>The shape of a resource type's ARNs, such as <c>arn:${Partition}:kinesis:${Region}:${Account}:stream/${StreamName}</c>.</summary>
internal sealed partial class ArnPattern(string pattern)
{
    // Variables whose values have separators in them: paths, and names that AWS lets a suffix follow in policies.
    private static readonly string[] Open =
    [
        "AlarmName", "ApiSpecificResourcePath", "DomainName", "EntityPath", "FunctionName", "LogGroupName", "LogStreamName", "ObjectName",
        "SecretId", "TopicFilter", "TopicName",
    ];

    private readonly Token[] _tokens = [.. Read(pattern, Variable(), name => Open.Contains(name) || name.EndsWith("WithPath", StringComparison.Ordinal)
        ? [Token.One, Token.Many]
        : [Token.OneInside, Token.ManyInside])];

    /// <summary>Whether an ARN of this shape can match a resource of a policy, wildcards and variables and all.</summary>
    public bool Overlaps(string resource) =>
        Overlaps(_tokens, [.. Read(resource, PolicyWildcard(), wildcard => wildcard == "?" ? [Token.One] : [Token.Many])]);

    private static bool Overlaps(Token[] arn, Token[] policy)
    {
        var seen = new HashSet<(int, int)>();
        return From(0, 0);

        bool From(int i, int j)
        {
            if (!seen.Add((i, j)))
                return false;
            if (i == arn.Length && j == policy.Length)
                return true;
            if ((i < arn.Length && arn[i].Repeats && From(i + 1, j)) || (j < policy.Length && policy[j].Repeats && From(i, j + 1)))
                return true;
            return i < arn.Length && j < policy.Length && arn[i].Shares(policy[j])
                && From(arn[i].Repeats ? i : i + 1, policy[j].Repeats ? j : j + 1);
        }
    }

    private static IEnumerable<Token> Read(string text, Regex special, Func<string, Token[]> tokensOf)
    {
        var end = 0;
        foreach (Match match in special.Matches(text))
        {
            foreach (var token in text[end..match.Index].Select(Token.Of).Concat(tokensOf(match.Groups["name"].Value)))
                yield return token;
            end = match.Index + match.Length;
        }

        foreach (var c in text[end..])
            yield return Token.Of(c);
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<name>[*?])|(?<name>\$\{[^}]*\})")]
    private static partial Regex PolicyWildcard();

    /// <param name="Literal">The one character that it stands for; none for any.</param>
    /// <param name="Inside">Not a separator.</param>
    /// <param name="Repeats">None, one or more.</param>
    private readonly record struct Token(char? Literal, bool Inside = false, bool Repeats = false)
    {
        public static Token One { get; } = new(null);

        public static Token Many { get; } = new(null, Repeats: true);

        public static Token OneInside { get; } = new(null, Inside: true);

        public static Token ManyInside { get; } = new(null, Inside: true, Repeats: true);

        public static Token Of(char c) => new(c);

        /// <summary>Whether there is a character for both this, of a pattern, and that, of a policy.</summary>
        public bool Shares(Token wanted) =>
            (Literal is null || wanted.Literal is null || Literal == wanted.Literal) && !(Inside && wanted.Literal is ':' or '/');
    }
}
