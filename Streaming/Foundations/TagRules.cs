namespace Nautilus.Foundations;

/// <summary>The tags that AWS accepts.</summary>
public static class TagRules
{
    /// <param name="tags">The tags by their keys.</param>
    /// <param name="most">How many tags are allowed.</param>
    public static IEnumerable<Rule> For(IReadOnlyDictionary<string, string> tags, int most) =>
    [
        Rule.AtMost("the number of tags", tags.Count, most),
        .. tags.SelectMany(tag => For(tag.Key, tag.Value)),
    ];

    private static IEnumerable<Rule> For(string key, string value) =>
    [
        Rule.That(key.Length is >= 1 and <= 128, $"a tag's key must have 1 to 128 characters, got '{key}'"),
        Rule.That(!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase), $"a tag's key must not begin with 'aws:', got '{key}'"),
        Rule.That(value.Length <= 256 || Tokens.IsToken(value),
            $"the value of tag '{key}' must have 256 characters or less, got {value.Length}"),
        Rule.That(AwsNames.TagText.Accepts(key) && AwsNames.TagText.Accepts(value),
            $"tag '{key}' must have {AwsNames.TagText.Description}, got '{value}'"),
    ];
}
