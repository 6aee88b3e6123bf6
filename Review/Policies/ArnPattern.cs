using System.Text.RegularExpressions;

namespace Nautilus.Review.Policies;

/// <summary>The form of a type's ARNs, such as <c>arn:${Partition}:kinesis:${Region}:${Account}:stream/${StreamName}</c>.</summary>
internal sealed partial class ArnPattern(string pattern)
{
    // Variables whose values may contain separators: paths, and names that may have a suffix in policies.
    private static readonly string[] Open =
    [
        "AlarmName", "ApiSpecificResourcePath", "DomainName", "EntityPath", "FunctionName", "LogGroupName", "LogStreamName", "ObjectName",
        "SecretId", "TopicFilter", "TopicName",
    ];

    private readonly ArnToken[] _tokens = [.. Read(pattern, Variable(), TokensOf)];

    /// <summary>Whether an ARN of this shape can match a resource of a policy, which may have wildcards and variables.</summary>
    public bool Overlaps(string resource) =>
        Overlaps(_tokens, [.. Read(resource, PolicyWildcard(), wildcard => wildcard == "?" ? [ArnToken.One] : [ArnToken.Many])]);

    private static ArnToken[] TokensOf(string variable) =>
        Open.Contains(variable) || variable.EndsWith("WithPath", StringComparison.Ordinal)
            ? [ArnToken.One, ArnToken.Many]
            : [ArnToken.OneInside, ArnToken.ManyInside];

    private static bool Overlaps(ArnToken[] arn, ArnToken[] policy)
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

    private static IEnumerable<ArnToken> Read(string text, Regex special, Func<string, ArnToken[]> tokensOf)
    {
        var end = 0;
        foreach (Match match in special.Matches(text))
        {
            foreach (var token in text[end..match.Index].Select(ArnToken.Of).Concat(tokensOf(match.Groups["name"].Value)))
                yield return token;
            end = match.Index + match.Length;
        }

        foreach (var c in text[end..])
            yield return ArnToken.Of(c);
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<name>[*?])|(?<name>\$\{[^}]*\})")]
    private static partial Regex PolicyWildcard();
}
