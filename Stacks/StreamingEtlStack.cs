using Constructs;
using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.App;
using Nautilus.Dashboards;
using Nautilus.Delivery;
using Nautilus.Keys;
using Nautilus.Networking;
using Nautilus.Processing;
using Nautilus.Search;
using Nautilus.Storage;
using Nautilus.Streams;
using Nautilus.Warehousing;

namespace Nautilus.Stacks;

/// <summary>
/// A streaming ETL: producers put events into a stream. Functions transform the events for a lake and a warehouse, and aggregate them for a
/// search domain. Managed Flink processes them, if code is given. All parts are encrypted, and have alarms and a dashboard.
/// </summary>
public sealed class StreamingEtlStack : TerraformStack
{
    private readonly StreamingEtlStackProps _props;
    private readonly bool _protects;
    private readonly CustomerKey _key;
    private readonly DataStream _stream;
    private readonly AccessLogBucket _accessLogs;
    private readonly List<Stage> _stages = [];

    /// <param name="scope">The app.</param>
    /// <param name="id">The stack's id.</param>
    /// <param name="deployment">The provider, the tags and the backend.</param>
    /// <param name="props">What differs from the defaults.</param>
    public StreamingEtlStack(Construct scope, string id, Deployment deployment, StreamingEtlStackProps? props = null)
        : base(scope, id)
    {
        _props = (props ?? new()).Checked(id, deployment.Region);
        _protects = deployment.ProtectsData;
        deployment.Configure(this, id);

        _key = new CustomerKey(this, "key", new()
        {
            Description = $"Encrypts all that the pipeline {_props.Name} holds", Alias = _props.Name, PreventDestroy = _protects,
        });
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
        var network = new PrivateNetwork(this, "network", new()
        {
            Location = _key.Location, Cidr = _props.Cidr, Endpoints = _props.Endpoints, Zones = _props.Zones,
        });

        var transform = Added(new TransformFunction(this, "transform", new()
        {
            Name = Named("transform"), Code = FunctionCode.Transform, Key = _key,
        }));
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
        Output(lake, failures, network);
    }

    private void Output(DataBucket lake, DataBucket failures, PrivateNetwork network)
    {
        this.Output("lake_bucket", lake.Name, "Name of the bucket of the lake");
        this.Output("vpc_id", network.VpcId, "ID of the VPC, for producers and people that connect to resources in it");
        this.Output("private_subnet_ids", string.Join(",", network.PrivateSubnets), "IDs of the private subnets");
        this.Output("client_security_group_id", network.ClientSecurityGroup,
            "ID of the security group that gives access to the endpoints and the search domain");
        this.Output("failures_bucket", failures.Name, "Name of the bucket for records that failed permanently");
        this.Output("flink_application", _props.HasFlink ? Named("flink") : "off: no code is given",
            "Name of the Managed Flink application, which needs your code");
    }

    private void DeliverToLake(DataBucket lake, TransformFunction transform)
    {
        var events = new EventTable(this, "events", new()
        {
            Bucket = lake, Database = _props.Name.Replace('-', '_'), Partitions = Partition.OfEvents(_props.EventTypes),
        });
        Added(new DeliveryStream(this, "to-lake", new()
        {
            Name = Named("to-lake"), Source = _stream, Transform = transform, Key = _key,
            Destination = Destination.Lake(events) with { RawPrefix = _props.KeepRaw ? "raw/" : null },
        }));
        this.Output("lake_table", $"{events.Database}.{events.Name}", "Table of the lake, for Athena");
    }

    /// <summary>
    /// The aggregates are put into the delivery stream directly: another reader would share the read capacity of the stream.
    /// </summary>
    private DeliveryStream DeliverToSearch(SearchProfile profile, PrivateNetwork network, DataBucket failures)
    {
        var search = Added(new SearchDomain(this, "search", new()
        {
            Name = _props.Name, Network = network, Key = _key, Profile = profile,
            Administrators = _props.SearchAdministrators,
            PreventDestroy = _protects,
        }));
        this.Output("search_endpoint", search.Endpoint, "Endpoint of the search domain within the network");
        this.Output("search_role_arn", search.Role.Arn, "ARN of the role for administrators of the search domain");
        return Added(new DeliveryStream(this, "to-search", new()
        {
            Name = Named("to-search"), Key = _key,
            Destination = Destination.Search(search, "aggregates", failures) with { Rotation = IndexRotation.Monthly },
        }));
    }

    private void Aggregate(DeliveryStream? results, DataBucket failures)
    {
        var aggregate = Added(new StreamFunction(this, "aggregate", new()
        {
            Name = Named("aggregate"), Code = FunctionCode.Aggregate, Window = _props.Window, Failures = failures, Key = _key,
            Source = _stream.AddConsumer("aggregate"),
            Environment = results is null ? new Dictionary<string, string>() : new() { ["DELIVERY_STREAM"] = results.Name },
        }));
        results?.GrantPut(aggregate.Role);
    }

    private void DeliverToWarehouse(PrivateNetwork network, TransformFunction transform)
    {
        var warehouse = Added(new Warehouse(this, "warehouse", new()
        {
            Name = _props.Name, Network = network, Key = _key,
            MaxCapacity = _props.WarehouseMaxCapacity,
            ReachableByFirehose = true,
            PreventDestroy = _protects,
        }));
        this.Output("warehouse_database", $"{warehouse.Workgroup}.{warehouse.Database}",
            "Workgroup and database of the warehouse, for the query editor");
        this.Output("warehouse_secret_arn", warehouse.SecretArn, "ARN of the secret of the warehouse's admin user");
        Added(new DeliveryStream(this, "to-warehouse", new()
        {
            Name = Named("to-warehouse"), Source = _stream, Transform = transform, Key = _key,
            Destination = Destination.Warehouse(warehouse, "events", Bucket("staging", ObjectAges.Kept with { DeleteAfterDays = 30 })),
        }));
    }

    private FlinkCode? Code() => _props.FlinkJar is { } path ? FlinkCode.Upload(path, Bucket("code")) : _props.FlinkCode;

    private void Process(FlinkCode code, DeliveryStream? results)
    {
        var consumer = _stream.AddConsumer("flink");
        var flink = Added(new FlinkApplication(this, "flink", new()
        {
            Name = Named("flink"), Code = code, Source = consumer, Parallelism = _props.FlinkParallelism, Key = _key,
            Properties = new Dictionary<string, IReadOnlyDictionary<string, string>>(_props.FlinkProperties)
            {
                [StreamingEtlStackProps.OwnPropertyGroup] = new Dictionary<string, string>
                {
                    ["stream.arn"] = _stream.Arn, ["consumer.arn"] = consumer.Arn, ["consumer.name"] = "flink",
                    ["delivery.stream"] = results?.Name ?? "none",
                },
            },
            Start = true,
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
