using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>
/// A part of the path of an object in the lake, such as <c>year=2026</c>. Athena works out from the query which values there can be,
/// so nobody has to register partitions.
/// </summary>
public abstract record Partition
{
    private Partition(string name) => Name = name;

    /// <summary>The name of the partition key that the transformation gives, and of the column in queries.</summary>
    public string Name { get; }

    /// <summary>Any text. Each query must say which: <c>WHERE event_type = 'click'</c>.</summary>
    public static Partition Text(string name) => new Injected(name);

    /// <summary>One of these. A query need not say which.</summary>
    public static Partition OneOf(string name, params string[] values) => new Enumerated(name, values);

    /// <summary>A number with leading zeros. What is outside of the range stays in the bucket, but no query finds it.</summary>
    public static Partition Number(string name, int from, int to, int digits) => new Counted(name, from, to, digits);

    /// <summary>The keys that our transformation gives: the type of an event, and its hour in UTC.</summary>
    /// <param name="types">The types that there are; any, unless given. Then each query must name one.</param>
    /// <param name="firstYear">The year of the earliest event.</param>
    /// <param name="lastYear">The year of the last. A query that names no year looks into every hour of all.</param>
    public static IReadOnlyList<Partition> OfEvents(IReadOnlyList<string>? types = null, int firstYear = 2020, int lastYear = 2040) =>
    [
        types is null ? Text("event_type") : OneOf("event_type", [.. types]),
        Number("year", firstYear, lastYear, digits: 4),
        Number("month", 1, 12, digits: 2),
        Number("day", 1, 31, digits: 2),
        Number("hour", 0, 23, digits: 2),
    ];

    /// <summary>What tells Athena of it, by the end of the parameter's name.</summary>
    internal abstract IEnumerable<(string Setting, string Value)> Projection { get; }

    internal virtual IEnumerable<(bool, string)> Rules => [TableNames.Rule("a partition", Name)];

    private sealed record Injected(string Key) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection => [("type", "injected")];
    }

    private sealed record Enumerated(string Key, string[] Values) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection => [("type", "enum"), ("values", string.Join(',', Values))];

        internal override IEnumerable<(bool, string)> Rules =>
        [
            .. base.Rules,
            (Values.Length > 0, $"partition '{Name}' must have at least one value, got none"),
            (Values.All(value => value.Length > 0 && !value.Contains(',')), $"values of partition '{Name}' must be texts without commas, got '{string.Join("', '", Values)}'"),
            (Values.Distinct().Count() == Values.Length, $"partition '{Name}' must have each value once, got {string.Join(", ", Values)}"),
        ];
    }

    private sealed record Counted(string Key, int From, int To, int Digits) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection => [("type", "integer"), ("range", $"{From},{To}"), ("digits", $"{Digits}")];

        internal override IEnumerable<(bool, string)> Rules =>
        [
            .. base.Rules,
            (From >= 0 && From <= To, $"partition '{Name}' must go from 0 or more upwards, got {From} to {To}"),
            (Digits >= 1 && $"{To}".Length <= Digits, $"partition '{Name}' must have digits enough for {To}, got {Digits}"),
        ];
    }
}
