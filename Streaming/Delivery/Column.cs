using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>A column of a table in the lake.</summary>
/// <param name="Name">In lower case, as the field in the JSON of a record.</param>
/// <param name="Type">A type of Hive, such as <c>bigint</c> or <c>map&lt;string,string&gt;</c>.</param>
public sealed record Column(string Name, string Type)
{
    private const string Plain = "string|boolean|tinyint|smallint|int|bigint|float|double|date|timestamp|binary";
    private const string Sized = @"decimal\([0-9]+,[0-9]+\)|(char|varchar)\([0-9]+\)";
    private const string Nested = "(array|map|struct)<[a-z0-9_<>(),: ]+>";

    private static readonly Pattern HiveType = Pattern.Of($"{Plain}|{Sized}|{Nested}",
        "a type of Hive, such as string, bigint or map<string,string>", "https://docs.aws.amazon.com/athena/latest/ug/data-types.html");

    /// <summary>The columns that our transformation writes. <c>event_type</c> is a partition, and so a part of the path.</summary>
    public static IReadOnlyList<Column> OfEvents { get; } =
        [.. EventFields.All.Where(field => !field.IsPartition).Select(field => new Column(field.Name, field.HiveType))];

    internal IEnumerable<Rule> Rules =>
    [
        Rule.Matches("a column's name", Name, AwsNames.GlueName),
        Rule.Matches($"the type of column '{Name}'", Type, HiveType),
    ];
}
