using Nautilus.Foundations;

namespace Nautilus.Processing;

/// <summary>The property groups that Managed Service for Apache Flink accepts.</summary>
internal static class FlinkPropertyRules
{
    private const int MostTogether = 50;
    private const int LongestText = 2048;

    public static IEnumerable<Rule> For(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> groups) =>
    [
        Rule.AtMost("the number of property groups", groups.Count, MostTogether),
        .. Rule.AllMatch("the id of a property group", groups.Keys, AwsNames.FlinkPropertyGroup),
        .. groups.Select(group => Rule.Between($"the number of properties in group '{group.Key}'", group.Value.Count, 1, MostTogether)),
        .. groups.SelectMany(group => group.Value.Select(property => For(group.Key, property.Key, property.Value))),
    ];

    private static Rule For(string group, string name, string value) => Rule.That(
        Fits(name) && (Tokens.IsToken(value) || Fits(value)),
        $"name and value of a property in group '{group}' must have 1 to {LongestText} characters, got {name.Length} and {value.Length}");

    private static bool Fits(string text) => text.Length is >= 1 and <= LongestText;
}
