using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>A column of a table in the lake.</summary>
/// <param name="Name">In lower case, as the field is called in the JSON of a record.</param>
/// <param name="Type">As Hive calls it, such as <c>bigint</c> or <c>map&lt;string,string&gt;</c>.</param>
public sealed partial record Column(string Name, string Type)
{
    /// <summary>
    /// What our transformation writes. <c>event_type</c> is not among them: it is a partition, so it stands in the path,
    /// and neither Glue nor Athena takes one name for both.
    /// </summary>
    public static IReadOnlyList<Column> OfEvents { get; } =
    [
        new("event_time", "timestamp"),
        new("event_id", "string"),
        new("source", "string"),
        new("value", "double"),
        new("attributes", "map<string,string>"),
        new("ingest_time", "timestamp"),
        new("ingest_shard", "string"),
        new("ingest_sequence", "string"),
        new("ingest_subsequence", "string"),
    ];

    internal IEnumerable<(bool, string)> Rules =>
    [
        TableNames.Rule("a column", Name),
        (HiveType().IsMatch(Type), $"column '{Name}' must have a type of Hive, such as string, bigint or map<string,string>, got '{Type}'"),
    ];

    [GeneratedRegex(@"^(string|boolean|tinyint|smallint|int|bigint|float|double|date|timestamp|binary|decimal\([0-9]+,[0-9]+\)|(char|varchar)\([0-9]+\)|(array|map|struct)<[a-z0-9_<>(),: ]+>)\z")]
    private static partial Regex HiveType();
}
