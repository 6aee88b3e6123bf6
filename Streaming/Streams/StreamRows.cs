using Nautilus.Alarms;
using Nautilus.Dashboards;

namespace Nautilus.Streams;

/// <summary>The rows of a dashboard that show one stream.</summary>
internal sealed class StreamRows
{
    private const double Megabyte = 1_000_000;
    private const double Gigabyte = 1_000_000_000;

    private readonly DataStream _stream;
    private readonly string _region;

    private StreamRows(DataStream stream) => (_stream, _region) = (stream, stream.Location.Region);

    public static IEnumerable<Widget[]> Of(DataStream stream)
    {
        var rows = new StreamRows(stream);
        yield return [rows.Use, rows.Traffic, rows.Records];
        yield return [rows.Lag, rows.Refused, rows.Readers];
        yield return [rows.Kept, .. rows.FanOut, .. rows.Scaling];
    }

    public static string Summary(DataStream stream) => new StreamRows(stream).Text;

    private string Text =>
        $"## {_stream.PlainName}\n{string.Join(" · ", new[] { Shape, Keeps, Consumers }.Where(part => part.Length > 0))}";

    private string Shape => _stream switch
    {
        { Props: null } => "",
        { IsOnDemand: true } => "on demand",
        { Scaling: { } scaling } => $"{scaling.Min} to {scaling.Max} shards",
        { Props.Capacity.Shards: 1 } => "1 shard",
        _ => $"{_stream.Props.Capacity.Shards} shards",
    };

    /// <summary>How many shards there are, for metric math: a number, or the metric that scaling reports.</summary>
    private string? ShardsInMath => _stream.Scaling is not null ? "shards" : _stream.Props?.Capacity.Shards?.ToString();

    private string Keeps => _stream.Retention is { } retention ? $"keeps {retention.TotalHours} hours" : "";

    private string Consumers => _stream.Consumers.Count switch
    {
        0 => "",
        1 => "1 fan-out consumer",
        var count => $"{count} fan-out consumers",
    };

    private Widget Use => ShardsInMath is { } shards
        ? Graph("Capacity used", "%",
            [
                Line.Hidden("b", Sum("IncomingBytes")), Line.Hidden("r", Sum("IncomingRecords")), .. OpenShards,
                Line.Of("eb", $"100 * b / PERIOD(b) / ({shards} * {Megabyte})", "of bytes"),
                Line.Of("er", $"100 * r / PERIOD(r) / ({shards} * 1000)", "of records"),
            ],
            [("all", 100)])
        : Graph("Coming in", "MB a second", [Line.Hidden("b", Sum("IncomingBytes")), Line.Of("eb", $"b / PERIOD(b) / {Megabyte}", "in")]);

    private Widget Traffic => Graph("Bytes", "MB a second",
    [
        Line.Hidden("i", Sum("IncomingBytes")), Line.Hidden("o", Sum("GetRecords.Bytes")),
        Line.Of("ei", $"i / PERIOD(i) / {Megabyte}", "in"), Line.Of("eo", $"o / PERIOD(o) / {Megabyte}", "out, to those that poll"),
    ]);

    private Widget Records => Graph("Records", "records a minute",
        [Line.Of(Sum("IncomingRecords"), "in"), Line.Of(Sum("GetRecords.Records"), "out, to those that poll")]);

    private Widget Lag => Graph("Behind", "hours",
        [
            Line.Hidden("age", Metric.OfStream(_stream.PlainName, "GetRecords.IteratorAgeMilliseconds", "Maximum")),
            Line.Of("ep", "age / 3600000", "those that poll"),
            .. _stream.Consumers.SelectMany((name, number) => new[]
            {
                Line.Hidden($"c{number}",
                    Metric.OfConsumer(_stream.PlainName, name, "SubscribeToShardEvent.MillisBehindLatest", "Maximum")),
                Line.Of($"ec{number}", $"c{number} / 3600000", name),
            }),
        ],
        _stream.Retention is { } kept
            ?
            [
                ("warning", _stream.LagSettings.Warning(kept).TotalHours),
                ("page", _stream.LagSettings.Page(kept).TotalHours),
                ("records are lost", kept.TotalHours),
            ]
            : null);

    private Widget Refused => Graph("Refused", "a minute",
    [
        Line.Of(Sum("WriteProvisionedThroughputExceeded"), "records"),
        Line.Of(Sum("ReadProvisionedThroughputExceeded"), "reads"),
        Line.Of(Sum("PutRecords.FailedRecords"), "records of batches, by a fault of Kinesis"),
    ]);

    private Widget Readers => Graph("Reads", "reads a minute",
    [
        Line.Of(Sum("GetRecords.Success"), "those that poll"),
        .. _stream.Consumers.Select(name => Line.Of(Metric.OfConsumer(_stream.PlainName, name, "SubscribeToShardEvent.Success"), name)),
    ]);

    private Widget Kept => Graph("Kept, at this rate (retention over 24 hours is billed)", "GB",
    [
        Line.Hidden("k", Sum("IncomingBytes")),
        Line.Of("ek", $"k / PERIOD(k) * {_stream.RetentionAtLeast.TotalSeconds} / {Gigabyte}", "kept"),
    ]);

    private IEnumerable<Widget> FanOut => _stream.Consumers.Count == 0 ? [] :
    [
        Graph("Fan-out (billed by the GB, and by consumer and shard)", "GB an hour",
        [
            .. _stream.Consumers.SelectMany((name, number) => new[]
            {
                Line.Hidden($"f{number}", Metric.OfConsumer(_stream.PlainName, name, "SubscribeToShardEvent.Bytes")),
                Line.Of($"ef{number}", $"f{number} / PERIOD(f{number}) * 3600 / {Gigabyte}", name),
            }),
        ]),
    ];

    private IEnumerable<Widget> Scaling => _stream.Scaling is not { } scaling ? [] :
    [
        Graph("Shards (billed by the hour)", "shards",
            [Line.Of(scaling.OpenShards, "open")], [("most", scaling.Max), ("least", scaling.Min)]),
    ];

    private IEnumerable<Line> OpenShards => _stream.Scaling is { } scaling ? [Line.Hidden("shards", scaling.OpenShards)] : [];

    private Metric Sum(string metric) => Metric.OfStream(_stream.PlainName, metric);

    private Widget Graph(string title, string axis, Line[] lines, (string, double)[]? marks = null) =>
        Widget.Graph(title, _region, 8, axis, lines, marks);
}
