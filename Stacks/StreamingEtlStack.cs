using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Streaming;
using Nautilus.Streaming.Alarms;
using Nautilus.Streaming.Dashboards;
using Nautilus.Streaming.Delivery;
using Nautilus.Streaming.Processing;
using Nautilus.Streaming.Storage;

namespace Nautilus.Stacks;

/// <summary>
/// Producers put events into a stream. They are transformed into a lake, aggregated, processed by Managed Flink and loaded into a
/// warehouse and a search domain; all of it watched, scaled, encrypted and archived.
/// </summary>
public sealed class StreamingEtlStack : TerraformStack
{
    public StreamingEtlStack(Construct scope, string id, Deployment deployment, StreamingEtlStackProps? props = null)
        : base(scope, id)
    {
        props ??= new();
        deployment.Configure(this, id);
        var name = props.Name;

        var key = new CustomerKey(this, "key", new() { Description = $"Encrypts all that the pipeline {name} holds", Alias = name, PreventDestroy = deployment.ProtectsData });
        var stream = new DataStream(this, "stream", new()
        {
            Name = name,
            Capacity = Capacity.Provisioned(props.Shards),
            Retention = props.Retention,
            Encryption = Encryption.GivenKey(key.Arn),
            ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingRecords],
            PreventDestroy = deployment.ProtectsData,
        });
        stream.ScaleWithTraffic(props.Shards, props.MostShards);

        var accessLogs = new AccessLogBucket(this, "access-logs", deployment.ProtectsData);
        var lake = new DataBucket(this, "lake", new()
        {
            Key = key, AccessLogs = accessLogs, Ages = props.Ages, Replica = props.Replica, PreventDestroy = deployment.ProtectsData,
        });
        var failures = new DataBucket(this, "failures", new() { Key = key, AccessLogs = accessLogs, PreventDestroy = deployment.ProtectsData });

        var transform = new TransformFunction(this, "transform", new() { Name = $"{name}-transform", Code = FunctionCode.Transform, Key = key });
        var events = new EventTable(this, "events", new() { Bucket = lake, Database = name.Replace('-', '_'), Partitions = Partition.OfEvents(props.EventTypes) });
        var toLake = new DeliveryStream(this, "to-lake", new() { Name = $"{name}-to-lake", Source = stream, Transform = transform, Destination = Destination.Lake(events), Key = key });

        var aggregate = new StreamFunction(this, "aggregate", new()
        {
            Name = $"{name}-aggregate",
            Code = FunctionCode.Aggregate,
            Source = stream.AddConsumer("aggregate"),
            Window = props.Window,
            Failures = failures,
            Key = key,
        });

        Stage[] stages = [transform, toLake, aggregate];
        var topic = new AlarmTopic(this, "alarms", new() { Emails = props.AlarmEmails });
        stream.AlarmWhenInTrouble(new() { Topic = topic });
        foreach (var stage in stages)
            stage.AlarmWhenInTrouble(topic);
        new Dashboard(this, "dashboard", [stream, .. stages]);

        this.OutputStream(stream);
        this.OutputAlarms(topic);
    }
}

public sealed record StreamingEtlStackProps
{
    /// <summary>The stream's name, and the beginning of all others.</summary>
    public string Name { get; init; } = "streaming-etl";

    /// <summary>The shards to begin with, and the fewest to go down to.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The most shards that the stream may grow to.</summary>
    public int MostShards { get; init; } = 8;

    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The types of events that there are. Unless given, there may be any, and each query of the lake must name one.</summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>When objects of the lake go into cheaper storage.</summary>
    public ObjectAges Ages { get; init; } = new();

    /// <summary>A bucket in another region that the lake is copied to; none, unless given.</summary>
    public Replica? Replica { get; init; }

    /// <summary>What is aggregated together.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Who is told of alarms. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];
}
