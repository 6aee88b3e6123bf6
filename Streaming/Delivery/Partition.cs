using Nautilus.Foundations;

namespace Nautilus.Delivery;

/// <summary>
/// A part of the path of an object in the lake, such as <c>year=2026</c>. Athena computes the values of a partition from the query
/// (partition projection), so that nobody has to register partitions.
/// </summary>
public abstract record Partition
{
    private Partition(string name) => Name = name;

    /// <summary>The name of the partition key that the transformation returns, and of the column in queries.</summary>
    public string Name { get; }

    /// <summary>The settings of the projection, by the end of the name of the table's parameter.</summary>
    internal abstract IEnumerable<(string Setting, string Value)> Projection { get; }

    internal virtual IEnumerable<Rule> Rules => [Rule.Matches("a partition's name", Name, AwsNames.GlueName)];

    /// <summary>Any text. Each query must give the value: <c>WHERE event_type = 'click'</c>.</summary>
    public static Partition Text(string name) => new Injected(name);

    /// <summary>One of these values. A query need not give the value.</summary>
    public static Partition OneOf(string name, params string[] values) => new Enumerated(name, values);

    /// <summary>A number with leading zeros. Queries do not find objects outside of the range, which stay in the bucket.</summary>
    public static Partition Number(string name, int from, int to, int digits) => new Counted(name, from, to, digits);

    /// <summary>The partition keys that our transformation returns: the type of an event, and its hour in UTC.</summary>
    /// <param name="types">All types of events. If they are not given, each query must give one.</param>
    /// <param name="firstYear">The year of the earliest event.</param>
    /// <param name="lastYear">The year of the last event. A query without a year reads each hour of all years.</param>
    public static IReadOnlyList<Partition> OfEvents(IReadOnlyList<string>? types = null, int firstYear = 2020, int lastYear = 2040) =>
    [
        types is null ? Text(EventFields.Type) : OneOf(EventFields.Type, [.. types]),
        Number("year", firstYear, lastYear, digits: 4),
        Number("month", 1, 12, digits: 2),
        Number("day", 1, 31, digits: 2),
        Number("hour", 0, 23, digits: 2),
    ];

    private sealed record Injected(string Key) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection => [("type", "injected")];
    }

    private sealed record Enumerated(string Key, string[] Values) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection => [("type", "enum"), ("values", string.Join(',', Values))];

        internal override IEnumerable<Rule> Rules =>
        [
            .. base.Rules,
            Rule.AtLeast($"the number of values of partition '{Name}'", Values.Length, 1),
            Rule.That(Values.All(value => value.Length > 0 && !value.Contains(',')),
                $"the values of partition '{Name}' must be texts without commas, got '{string.Join("', '", Values)}'"),
            Rule.Unique($"the values of partition '{Name}'", Values),
        ];
    }

    private sealed record Counted(string Key, int From, int To, int Digits) : Partition(Key)
    {
        internal override IEnumerable<(string, string)> Projection =>
            [("type", "integer"), ("range", $"{From},{To}"), ("digits", $"{Digits}")];

        internal override IEnumerable<Rule> Rules =>
        [
            .. base.Rules,
            Rule.That(From >= 0 && From <= To, $"the range of partition '{Name}' must be from 0 or more upwards, got {From} to {To}"),
            Rule.AtLeast($"the digits of partition '{Name}'", Digits, $"{To}".Length),
        ];
    }
}
