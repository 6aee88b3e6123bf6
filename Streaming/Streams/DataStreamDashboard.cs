using Nautilus.Dashboards;
using Nautilus.Scaling;

namespace Nautilus.Streams;

/// <summary>What a dashboard has to know of the stream.</summary>
public sealed partial class DataStream
{
    internal override string Heading => StreamRows.Summary(this);

    internal override IEnumerable<Widget[]> Rows => StreamRows.Of(this);

    internal StreamScaling? Scaling => _scaling;

    internal TimeSpan? Retention => _props?.Retention ?? _everyAlarm?.Retention;

    /// <summary>Of a stream that is not managed here, what Kinesis keeps of any.</summary>
    internal TimeSpan RetentionAtLeast => Retention ?? TimeSpan.FromHours(24);

    /// <summary>How many shards it may come to have; unknown, if AWS scales it or it is not managed here.</summary>
    internal int? MostShards => _scaling?.Max ?? _props?.Capacity.Shards;

    /// <summary>Those with fan-out, whether registered here or by themselves.</summary>
    internal IReadOnlyCollection<string> Consumers => _watched;

    internal string Shape => this switch
    {
        { _props: null } => "",
        { _props.Capacity.Shards: null } => "on demand",
        { _scaling: { } scaling } => $"{scaling.Min} to {scaling.Max} shards",
        { _props.Capacity.Shards: 1 } => "1 shard",
        _ => $"{_props.Capacity.Shards} shards",
    };

    /// <summary>How many shards there are, for metric math: a number, or the metric that scaling tells.</summary>
    internal string? ShardsInMath => _scaling is not null ? "shards" : _props?.Capacity.Shards?.ToString();

    internal AlarmSettings LagAlarms { get; private set; } = new();
}
