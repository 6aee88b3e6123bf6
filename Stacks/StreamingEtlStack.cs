using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Delivery;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Networking;
using Nautilus.Processing;
using Nautilus.Search;
using Nautilus.Storage;
using Nautilus.Streams;
using Nautilus.Warehousing;

namespace Nautilus.Stacks;

/// <summary>
/// Producers put events into a stream. They are transformed into a lake and a warehouse, aggregated into a search domain, and processed
/// by Managed Flink, if code is given; all of it watched, scaled, encrypted and archived.
/// </summary>
public sealed class StreamingEtlStack : TerraformStack
{
    private readonly StreamingEtlStackProps _props;
    private readonly bool _protects;
    private readonly CustomerKey _key;
    private readonly DataStream _stream;
    private readonly AccessLogBucket _accessLogs;
    private readonly List<Stage> _stages = [];

    public StreamingEtlStack(Construct scope, string id, Deployment deployment, StreamingEtlStackProps? props = null)
        : base(scope, id)
    {
        _props = (props ?? new()).Checked(id, deployment.Region);
        _protects = deployment.ProtectsData;
        deployment.Configure(this, id);

        _key = new CustomerKey(this, "key", new() { Description = $"Encrypts all that the pipeline {_props.Name} holds", Alias = _props.Name, PreventDestroy = _protects });
        _stream = new DataStream(this, "stream", new()
        {
            Name = _props.Name,
            Capacity = Capacity.Provisioned(_props.Shards),
            Retention = _props.Retention,
            Encryption = Encryption.GivenKey(_key.Arn),
            ShardMetrics = [ShardMetric.IncomingBytes, ShardMetric.IncomingRecords],
            PreventDestroy = _protects,
        });
        _stream.ScaleWithTraffic(_props.Shards, _props.MostShards);

        _accessLogs = new AccessLogBucket(this, "access-logs", _protects);
        var lake = Bucket("lake", _props.Ages, _props.Replica);
        var failures = Bucket("failures");
        var network = new PrivateNetwork(this, "network", new() { Key = _key, Cidr = _props.Cidr, Endpoints = _props.Endpoints, Zones = _props.Zones });

        var transform = Added(new TransformFunction(this, "transform", new() { Name = Named("transform"), Code = FunctionCode.Transform, Key = _key }));
        DeliverToLake(lake, transform);
        var results = _props.Search is { } profile ? DeliverToSearch(profile, network, failures) : null;
        Aggregate(results, failures);
        if (_props.Warehouse)
            DeliverToWarehouse(network, transform);
        if (Code() is { } code)
            Process(code, results);

        var topic = new AlarmTopic(this, "alarms", new() { Emails = _props.AlarmEmails });
        _stream.AlarmWhenInTrouble(new() { Topic = topic });
        foreach (var stage in _stages)
            stage.AlarmWhenInTrouble(topic);
        new Dashboard(this, "dashboard", [_stream, .. _stages]);

        this.OutputStream(_stream);
        this.OutputAlarms(topic);
        this.Output("lake_bucket", lake.Name, "Name of the bucket of the lake");
        this.Output("vpc_id", network.VpcId, "The network, for producers and people that are to reach what stands in it");
        this.Output("private_subnet_ids", string.Join(",", network.PrivateSubnets), "Its subnets");
        this.Output("client_security_group_id", network.ClientSecurityGroup, "The security group to be in, to reach the endpoints and the search domain");
        this.Output("failures_bucket", failures.Name, "Name of the bucket of what failed to the end");
        this.Output("flink_application", _props.HasFlink ? Named("flink") : "off: no code is given", "Name of the Managed Flink application, which needs code of yours");
    }

    private void DeliverToLake(DataBucket lake, TransformFunction transform)
    {
        var events = new EventTable(this, "events", new() { Bucket = lake, Database = _props.Name.Replace('-', '_'), Partitions = Partition.OfEvents(_props.EventTypes) });
        Added(new DeliveryStream(this, "to-lake", new()
        {
            Name = Named("to-lake"),
            Source = _stream,
            Transform = transform,
            Destination = Destination.Lake(events) with { RawPrefix = _props.KeepRaw ? "raw/" : null },
            Key = _key,
        }));
        this.Output("lake_table", $"{events.Database}.{events.Name}", "The table of the lake, for Athena");
    }

    /// <summary>What is aggregated is put into it directly: another reader would take from what the stream can give.</summary>
    private DeliveryStream DeliverToSearch(SearchProfile profile, PrivateNetwork network, DataBucket failures)
    {
        var search = Added(new SearchDomain(this, "search", new()
        {
            Name = _props.Name, Network = network, Key = _key, Profile = profile, Administrators = _props.SearchAdministrators, PreventDestroy = _protects,
        }));
        this.Output("search_endpoint", search.Endpoint, "Where the search domain answers, within the network");
        this.Output("search_role_arn", search.Role.Arn, "ARN of the role that the search domain knows, for its administrators to take");
        return Added(new DeliveryStream(this, "to-search", new()
        {
            Name = Named("to-search"), Destination = Destination.Search(search, "aggregates", failures) with { Rotation = IndexRotation.Monthly }, Key = _key,
        }));
    }

    private void Aggregate(DeliveryStream? results, DataBucket failures)
    {
        var aggregate = Added(new StreamFunction(this, "aggregate", new()
        {
            Name = Named("aggregate"),
            Code = FunctionCode.Aggregate,
            Source = _stream.AddConsumer("aggregate"),
            Window = _props.Window,
            Environment = results is null ? new Dictionary<string, string>() : new() { ["DELIVERY_STREAM"] = results.Name },
            Failures = failures,
            Key = _key,
        }));
        results?.GrantPut(aggregate.Role);
    }

    private void DeliverToWarehouse(PrivateNetwork network, TransformFunction transform)
    {
        var warehouse = Added(new Warehouse(this, "warehouse", new()
        {
            Name = _props.Name, Network = network, Key = _key, MaxCapacity = _props.WarehouseMaxCapacity, ReachableByFirehose = true, PreventDestroy = _protects,
        }));
        this.Output("warehouse_database", $"{warehouse.Workgroup}.{warehouse.Database}", "Workgroup and database of the warehouse, for the query editor");
        this.Output("warehouse_secret_arn", warehouse.SecretArn, "ARN of the secret of the warehouse's first user");
        Added(new DeliveryStream(this, "to-warehouse", new()
        {
            Name = Named("to-warehouse"),
            Source = _stream,
            Transform = transform,
            Destination = Destination.Warehouse(warehouse, "events", Bucket("staging", ObjectAges.Kept with { DeleteAfterDays = 30 })),
            Key = _key,
        }));
    }

    private FlinkCode? Code() => _props.FlinkJar is { } path ? FlinkCode.Upload(path, Bucket("code")) : _props.FlinkCode;

    private void Process(FlinkCode code, DeliveryStream? results)
    {
        var consumer = _stream.AddConsumer("flink");
        var flink = Added(new FlinkApplication(this, "flink", new()
        {
            Name = Named("flink"),
            Code = code,
            Source = consumer,
            Parallelism = _props.FlinkParallelism,
            Properties = new Dictionary<string, IReadOnlyDictionary<string, string>>(_props.FlinkProperties)
            {
                ["nautilus"] = new Dictionary<string, string>
                {
                    ["stream.arn"] = _stream.Arn, ["consumer.arn"] = consumer.Arn, ["consumer.name"] = "flink", ["delivery.stream"] = results?.Name ?? "none",
                },
            },
            Start = true,
            Key = _key,
            PreventDestroy = _protects,
        }));
        results?.GrantPut(flink.Role);
    }

    private DataBucket Bucket(string id, ObjectAges? ages = null, Replica? replica = null) => new(this, id, new()
    {
        Key = _key, AccessLogs = _accessLogs, Ages = ages ?? ObjectAges.Kept, Replica = replica, PreventDestroy = _protects,
    });

    private T Added<T>(T stage)
        where T : Stage
    {
        _stages.Add(stage);
        return stage;
    }

    private string Named(string part) => $"{_props.Name}-{part}";
}

public sealed partial record StreamingEtlStackProps
{
    /// <summary>The stream's name, and the beginning of all others: 3 to 28 of a-z, 0-9 and '-', a letter first.</summary>
    public string Name { get; init; } = "streaming-etl";

    /// <summary>The shards to begin with, and the fewest to go down to.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The most shards that the stream may grow to.</summary>
    public int MostShards { get; init; } = 8;

    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The types of events that queries of the lake find. Unless given, there may be any, and each query must name one. What has another
    /// type is in the lake all the same, and found once its type is added here.
    /// </summary>
    public IReadOnlyList<string>? EventTypes { get; init; }

    /// <summary>Whether the lake also keeps records as they came, to go through a better transformation. AWS lets it be turned on later, and not off.</summary>
    public bool KeepRaw { get; init; } = true;

    /// <summary>When objects of the lake go into cheaper storage.</summary>
    public ObjectAges Ages { get; init; } = new();

    /// <summary>A bucket in another region that the lake is copied to; none, unless given.</summary>
    public Replica? Replica { get; init; }

    /// <summary>How long the windows are that events are aggregated in, up to 15 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The size of the search domain for what was aggregated; there is none, if null.</summary>
    public SearchProfile? Search { get; init; } = SearchProfile.Small;

    /// <summary>ARNs of the roles of people who administer the search domain.</summary>
    public IReadOnlyList<string> SearchAdministrators { get; init; } = [];

    /// <summary>Whether there is a warehouse. Each load, every 15 minutes while events come, wakes 8 RPUs for a minute at least.</summary>
    public bool Warehouse { get; init; } = true;

    /// <summary>The most RPUs that the warehouse may grow to, in steps of 8.</summary>
    public int WarehouseMaxCapacity { get; init; } = 16;

    /// <summary>Path of the JAR of a Managed Flink application. Without code there is none.</summary>
    public string? FlinkJar { get; init; }

    /// <summary>The application's code, when it is in S3 already.</summary>
    public FlinkCode? FlinkCode { get; init; }

    /// <summary>How many of its tasks run at once, at least.</summary>
    public int FlinkParallelism { get; init; } = 1;

    /// <summary>
    /// What the application is told, in groups, beside the group <c>nautilus</c>: <c>stream.arn</c>, <c>consumer.arn</c>, <c>consumer.name</c>,
    /// and <c>delivery.stream</c>, into which it may put results for the search domain.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> FlinkProperties { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The services that producers and others in the network call through it. Each costs by the hour and zone.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; init; } = [Endpoint.KinesisStreams, Endpoint.Firehose];

    /// <summary>The network's private addresses. Networks that are to be peered must differ.</summary>
    public string Cidr { get; init; } = "10.42.0.0/16";

    /// <summary>Three zones of the region, by their letters.</summary>
    public IReadOnlyList<string> Zones { get; init; } = ["a", "b", "c"];

    /// <summary>Who is told of alarms. Others can subscribe to the stack's topic.</summary>
    public IReadOnlyList<string> AlarmEmails { get; init; } = [];

    internal bool HasFlink => FlinkJar is not null || FlinkCode is not null;

    internal StreamingEtlStackProps Checked(string id, string region)
    {
        Rules.Check($"stack '{id}'",
        [
            (PlainName().IsMatch(Name ?? ""), $"Name must be 3 to 28 of a-z, 0-9 and '-', and begin with a letter, got '{Name}'"),
            (Shards >= 1 && MostShards > Shards, $"MostShards must be above Shards, which must be 1 at least, got {MostShards} and {Shards}"),
            (Window.TotalSeconds is >= 1 and <= 900 && Window.Ticks % TimeSpan.TicksPerSecond == 0, $"Window must be 1 to 900 whole seconds, got {Window.TotalSeconds}"),
            (EventTypes is null || (EventTypes.Count > 0 && EventTypes.All(type => EventType().IsMatch(type ?? ""))),
                $"EventTypes must be names of a-z, A-Z, 0-9, '_', '.' and '-', up to 64 long, or null for any, got '{string.Join("', '", EventTypes ?? [])}'"),
            (Zones.All(zone => zone.Length == 1 || zone.StartsWith(region, StringComparison.Ordinal)), $"Zones must be of the region, {region}, got '{string.Join(", ", Zones)}'"),
            (Search is not null || SearchAdministrators.Count == 0, "SearchAdministrators must not be given without Search"),
            (FlinkJar is null || FlinkCode is null, $"the code of Flink must be a JAR or an object of S3, got both, '{FlinkJar}' too"),
            (HasFlink || (FlinkProperties.Count == 0 && FlinkParallelism == 1), "settings of Flink must not be given without its code"),
            (!FlinkProperties.ContainsKey("nautilus"), "the group 'nautilus' of Flink's properties must be left to the stack"),
        ]);
        return this;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{2,27}\z")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,64}\z")]
    private static partial Regex EventType();
}
