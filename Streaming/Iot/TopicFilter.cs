using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>The MQTT topics that a rule listens to, such as <c>plants/+/readings</c>. <c>+</c> is any one level, <c>#</c> all that follow.</summary>
internal sealed record TopicFilter(string Text)
{
    private const int MostLevels = 8;
    private const int LongestText = 256;

    private string[] Levels => Text.Split('/');

    /// <summary>The first level that may be anything, counted from 1 as IoT SQL does; none, if the topic is a fixed one.</summary>
    public int? FirstWildcard => Array.FindIndex(Levels, level => level is "+" or "#") is >= 0 and var index ? index + 1 : null;

    /// <summary>Whether each thing has exactly one topic of its own here.</summary>
    public bool IsOfOneThing => Levels.Count(level => level == "+") == 1 && !Levels.Contains("#");

    public bool IsWildcard(int level) => level > Levels.Length ? Levels[^1] == "#" : Levels[level - 1] is "+" or "#";

    /// <summary>The topic of one thing.</summary>
    public string Of(string thing) => string.Join('/', Levels.Select(level => level == "+" ? thing : level));

    public IEnumerable<(bool Holds, string Rule)> Rules(string what) =>
    [
        (Text.Length is >= 1 and <= LongestText, $"{what} must have 1 to {LongestText} characters, got {Text.Length}"),
        (Levels.Length <= MostLevels, $"{what} must have {MostLevels} levels at most, got {Levels.Length} in '{Text}'"),
        (Levels.All(level => level is "+" or "#" || level.IndexOfAny(['+', '#']) < 0), $"in {what}, + and # must be levels of their own, got '{Text}'"),
        (Array.IndexOf(Levels, "#") is var hash && (hash < 0 || hash == Levels.Length - 1), $"in {what}, # must be the last level, got '{Text}'"),
        (!Text.Contains('\''), $"{what} must have no quotes, got {Text}"),
    ];
}
