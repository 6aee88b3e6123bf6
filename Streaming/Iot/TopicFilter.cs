using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>
/// A filter of MQTT topics, such as <c>plants/+/readings</c>. <c>+</c> is any one level, <c>#</c> is all levels that follow.
/// </summary>
internal sealed record TopicFilter(string Text)
{
    private const int MostLevels = 8;
    private const int LongestText = 256;

    private static readonly char[] Wildcards = ['+', '#'];

    private string[] Levels => Text.Split('/');

    /// <summary>The first wildcard level, counted from 1 as IoT SQL does; null, if the filter has no wildcard.</summary>
    public int? FirstWildcard => Array.FindIndex(Levels, IsWildcard) is >= 0 and var index ? index + 1 : null;

    /// <summary>Whether each thing has exactly one topic here.</summary>
    public bool IsOfOneThing => Levels.Count(level => level == "+") == 1 && !Levels.Contains("#");

    public bool IsWildcard(int level) => level > Levels.Length ? Levels[^1] == "#" : IsWildcard(Levels[level - 1]);

    /// <summary>The topic of one thing.</summary>
    public string Of(string thing) => string.Join('/', Levels.Select(level => level == "+" ? thing : level));

    /// <summary>The rules of AWS IoT for topic filters, and of IoT SQL for quotes.</summary>
    public IEnumerable<Rule> Rules(string what) =>
    [
        Rule.Between($"the length of {what}", Text.Length, 1, LongestText, "characters"),
        Rule.AtMost($"the number of levels in {what}", Levels.Length, MostLevels),
        Rule.That(Levels.All(level => IsWildcard(level) || level.IndexOfAny(Wildcards) < 0),
            $"in {what}, + and # must be whole levels, got '{Text}'"),
        Rule.That(Array.IndexOf(Levels, "#") is var hash && (hash < 0 || hash == Levels.Length - 1),
            $"in {what}, # must be the last level, got '{Text}'"),
        Rule.That(!Text.Contains('\''), $"{what} must be free of single quotes, got {Text}"),
    ];

    private static bool IsWildcard(string level) => level is "+" or "#";
}
