using System.Globalization;
using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>The key that selects the shard of a message, in the substitution templates of IoT SQL.</summary>
internal static partial class PartitionKey
{
    /// <summary>
    /// The level of the topic that names the device, if it exists: the messages of a device stay in order, and devices spread evenly.
    /// Otherwise a random key for each message.
    /// </summary>
    public static string DefaultFor(TopicFilter topics) => topics.FirstWildcard is { } level ? $"${{topic({level})}}" : "${newuuid()}";

    public static IEnumerable<Rule> Rules(string key, TopicFilter topics) =>
    [
        Rule.Between("the length of the partition key", key.Length, 1, 256, "characters"),
        Rule.That(!key.Contains("${TfToken[", StringComparison.Ordinal),
            "partition key must be a literal, because ${…} in it belongs to IoT SQL, got a value that Terraform fills in"),
        Rule.That(Template().Matches(key).Any(template => Varies(template.Groups["expression"].Value.Trim(), topics)),
            $"partition key must vary, as {DefaultFor(topics)} does, because one value sends all messages to one shard, got '{key}'"),
    ];

    /// <summary>The key as Terraform must read it, so that it does not evaluate the templates of AWS IoT.</summary>
    public static string ForTerraform(string key) => key.Replace("${", "$${", StringComparison.Ordinal);

    private static bool Varies(string expression, TopicFilter topics) => expression switch
    {
        "accountid()" or "" => false,
        ['\'' or '"' or (>= '0' and <= '9'), ..] => false,
        "topic()" => topics.FirstWildcard is not null,
        _ when LevelOf(expression) is { } level => topics.IsWildcard(level),
        _ => true,
    };

    private static int? LevelOf(string expression) =>
        Level().Match(expression) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\$\{(?<expression>[^}]*)\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"^topic\(([1-9])\)$")]
    private static partial Regex Level();
}
