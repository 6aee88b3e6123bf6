using System.Text.RegularExpressions;

namespace Nautilus.Foundations;

/// <summary>What AWS takes for a tag.</summary>
public static partial class TagRules
{
    public static IEnumerable<(bool Holds, string Rule)> For(IReadOnlyDictionary<string, string> tags, int most) =>
    [
        (tags.Count <= most, $"tags must be {most} at most, got {tags.Count}"),
        .. tags.SelectMany(tag => For(tag.Key, tag.Value)),
    ];

    private static IEnumerable<(bool, string)> For(string key, string value) =>
    [
        (key.Length is >= 1 and <= 128, $"a tag's key must have 1 to 128 characters, got '{key}'"),
        (!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase), $"a tag's key must not begin with 'aws:', got '{key}'"),
        (value.Length <= 256 || Rules.IsToken(value), $"the value of tag '{key}' must have 256 characters at most, got {value.Length}"),
        (TagText().IsMatch(key + value) || Rules.IsToken(value), $"tag '{key}' must hold letters, digits, spaces and _ . : / = + - @ only, got '{value}'"),
    ];

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex TagText();
}
