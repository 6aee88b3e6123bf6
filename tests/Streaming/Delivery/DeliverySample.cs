using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Nautilus.Alarms;
using Nautilus.Dashboards;
using Nautilus.Delivery;
using Nautilus.Keys;
using Nautilus.Networking;
using Nautilus.Processing;
using Nautilus.Search;
using Nautilus.Storage;
using Nautilus.Streams;
using Nautilus.Testing.Synth;
using Nautilus.Warehousing;

namespace Tests.Streaming.Delivery;

/// <summary>A stack with sources, transformations and destinations of delivery streams. Each part is created when a test uses it.</summary>
internal sealed class DeliverySample
{
    private readonly TerraformStack _stack;
    private readonly AccessLogBucket _logs;

    private DeliverySample(TerraformStack stack)
    {
        _stack = stack;
        Key = new CustomerKey(stack, "key", new() { Description = "Encrypts the pipeline" });
        _logs = new AccessLogBucket(stack, "logs", preventDestroy: false);
        Bucket = BucketOf("lake");
    }

    public CustomerKey Key { get; }

    public DataBucket Bucket { get; }

    public DataStream Source => field ??= new(_stack, "clicks", new()
    {
        Name = "clicks", Capacity = Capacity.Provisioned(2), Retention = TimeSpan.FromHours(48), PreventDestroy = false,
    });

    public TransformFunction Transform => field ??= new(_stack, "transform", new()
    {
        Name = "transform", Code = FunctionCode.Transform, Key = Key,
    });

    public PrivateNetwork Network => field ??= new(_stack, "network", new() { Location = Key.Location });

    public SearchDomain Domain => field ??= new(_stack, "search", new()
    {
        Name = "clicks", Network = Network, Key = Key, PreventDestroy = false,
    });

    public Warehouse Warehouse => field ??= WarehouseOf(reachable: true);

    public EventTable Table => field ??= TableOf(new() { Bucket = Bucket, Database = "nautilus" });

    public DataBucket Replicated => field ??= new(_stack, "replicated", new()
    {
        Key = Key,
        AccessLogs = _logs,
        Replica = new("arn:aws:s3:::backup", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
        PreventDestroy = false,
    });

    public static string Synthesize(Action<DeliverySample> use) => Testing.SynthScope(stack => use(new(stack)));

    public static string Rejecting(Action<DeliverySample> use) => Rejected.AtOnce(() => Synthesize(use));

    /// <summary>The message about a delivery stream with this destination.</summary>
    public static string RejectingDelivery(Func<DeliverySample, Destination> to) => Rejecting(sample => sample.Deliver(to(sample)));

    /// <summary>The one resource of a type.</summary>
    public static JsonNode Only(string synthesized, string type) =>
        JsonNode.Parse(synthesized)!["resource"]![type]!.AsObject().Single().Value!;

    /// <summary>The only delivery stream.</summary>
    public static JsonNode DeliveryIn(string synthesized) => Only(synthesized, "aws_kinesis_firehose_delivery_stream");

    /// <summary>The statements that a role is allowed, by their sids.</summary>
    public static Dictionary<string, JsonNode> Allowed(string synthesized, string role) =>
        SynthesizedPolicy.Of(JsonNode.Parse(synthesized)!, $"aws_iam_policy.{PolicyOf(synthesized, role)}")["statement"]!.AsArray()
            .ToDictionary(statement => (string)statement!["sid"]!, statement => statement!);

    private static string PolicyOf(string synthesized, string role) =>
        JsonNode.Parse(synthesized)!["resource"]!["aws_iam_policy"]!.AsObject().Select(policy => policy.Key)
            .Single(id => id.StartsWith($"{role}_policy", StringComparison.Ordinal));

    public Warehouse WarehouseOf(bool reachable) => new(_stack, "warehouse", new()
    {
        Name = "clicks", Network = Network, Key = Key, ReachableByFirehose = reachable, PreventDestroy = false,
    });

    public EventTable TableOf(EventTableProps props) => new(_stack, "table", props);

    public DataBucket BucketOf(string id) => new(_stack, id, new() { Key = Key, AccessLogs = _logs, PreventDestroy = false });

    public DeliveryStream Deliver(Destination to, bool reads = true, bool transforms = true, string name = "clicks-to-lake") =>
        new(_stack, name, new()
        {
            Name = name,
            Key = Key,
            Source = reads ? Source : null,
            Transform = transforms ? Transform : null,
            Destination = to,
        });

    public AlarmTopic Topic(string id) => new(_stack, id);

    public void Show(DeliveryStream delivery) => new Dashboard(_stack, "dashboard", delivery);
}
