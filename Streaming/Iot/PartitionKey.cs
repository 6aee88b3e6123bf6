using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Iot;

/// <summary>The key that decides on a message's shard, in IoT's substitution templates.</summary>
internal static partial class PartitionKey
{
    /// <summary>The device, where the topic tells it: its messages stay in order, and devices spread evenly. Else each message by itself.</summary>
    public static string DefaultFor(TopicFilter topics) => topics.FirstWildcard is { } level ? $"${{topic({level})}}" : "${newuuid()}";

    public static IEnumerable<(bool Holds, string Rule)> Rules(string key, TopicFilter topics) =>
    [
        (key.Length is >= 1 and <= 256, $"partition key must have 1 to 256 characters, got {key.Length}"),
        (!key.Contains("${TfToken[", StringComparison.Ordinal), "partition key must be written out, since ${…} in it is IoT's and not Terraform's, got a value that Terraform fills in"),
        (Template().Matches(key).Any(template => Varies(template.Groups["expression"].Value.Trim(), topics)),
            $"partition key must differ from message to message, as {DefaultFor(topics)} does, got '{key}': all would go to one hot shard"),
    ];

    /// <summary>As Terraform must be told it, to leave IoT's templates alone.</summary>
    public static string ForTerraform(string key) => key.Replace("${", "$${", StringComparison.Ordinal);

    private static bool Varies(string expression, TopicFilter topics) => expression switch
    {
        "accountid()" or "" => false,
        ['\'' or '"' or (>= '0' and <= '9'), ..] => false,
        "topic()" => topics.FirstWildcard is not null,
        _ when Level().Match(expression) is { Success: true } level => topics.IsWildcard(int.Parse(level.Groups[1].Value)),
        _ => true,
    };

    [GeneratedRegex(@"\$\{(?<expression>[^}]*)\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"^topic\(([1-9])\)$")]
    private static partial Regex Level();
}
