using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsKinesisStream;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;
using Nautilus.Dashboards;
using Nautilus.Foundations;
using Nautilus.Keys;
using Nautilus.Scaling;

namespace Nautilus.Streams;

/// <summary>A Kinesis data stream. It is encrypted with KMS, and Terraform refuses to destroy it, unless you say otherwise.</summary>
public sealed partial class DataStream : Observed
{
    private const int MostConsumers = 20;

    private readonly string _id;
    private readonly KinesisStream? _stream;
    private readonly CustomerKey? _ownKey;
    private readonly Lazy<Location> _location;
    private readonly Dictionary<string, FanOutConsumer> _consumers = [];

    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id. It is a part of the address in Terraform's state.</param>
    /// <param name="props">The stream.</param>
    public DataStream(Construct scope, string id, DataStreamProps props)
        : base(scope, props.Checked(id))
    {
        Props = props;
        if (props.Encryption is Encryption.Given { Arn: var key })
            Check.That($"stream '{props.Name}'", StackRegion.HasArn("key", key, this));
        _ownKey = props.Encryption is Encryption.Created ? OwnKey(props) : null;
        CustomerKey = props.Encryption is Encryption.Given given ? given.Arn : _ownKey?.Arn;
        _stream = new KinesisStream(this, "Default", new KinesisStreamConfig
        {
            Name = props.Name,
            StreamModeDetails = new KinesisStreamStreamModeDetails { StreamMode = props.Capacity.Mode },
            ShardCount = props.Capacity.Shards,
            RetentionPeriod = props.Retention.TotalHours,
            EncryptionType = "KMS",
            KmsKeyId = CustomerKey ?? Encryption.AwsKeyAlias,
            ShardLevelMetrics = props.ShardMetrics.Count > 0 ? [.. props.ShardMetrics.Select(metric => metric.ToString())] : null,
            EnforceConsumerDeletion = props.EnforceConsumerDeletion ? true : null,
            Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
        });
        (_id, PlainName, Name, Arn) = (id, props.Name, _stream.Name, _stream.Arn);
        _location = new(() => Location.Of(Arn));
        _alarms = new(this);
    }

    private DataStream(Construct scope, string id, string name, string? arn, string? key)
        : base(scope, id)
    {
        (_id, PlainName, Name, CustomerKey) = (id, name, name, key);
        Arn = arn ?? new DataAwsKinesisStream(this, "Default", new DataAwsKinesisStreamConfig { Name = name }).Arn;
        _location = new(() => Location.Of(Arn));
        _alarms = new(this);
    }

    /// <summary>The stream's name. What uses it is created after the stream.</summary>
    public string Name { get; }

    /// <summary>The stream's ARN.</summary>
    public string Arn { get; }

    /// <summary>Terraform's id of the stream: its ARN.</summary>
    public string Id => Arn;

    /// <inheritdoc/>
    public override Location Location => _location.Value;

    /// <summary>The name as it was given, for texts.</summary>
    internal string PlainName { get; }

    /// <summary>The ARN of the stream's customer key. Null with the AWS managed key, which lets in whoever Kinesis lets in.</summary>
    internal string? CustomerKey { get; }

    /// <summary>The properties of a stream that this stack manages; null for any other stream.</summary>
    internal DataStreamProps? Props { get; }

    internal StreamScaling? Scaling { get; private set; }

    /// <summary>The consumers that are registered here.</summary>
    internal IReadOnlyCollection<FanOutConsumer> FanOutConsumers => _consumers.Values;

    /// <summary>The names of all consumers with fan-out, also of those that register themselves.</summary>
    internal SortedSet<string> Consumers { get; } = new(StringComparer.Ordinal);

    /// <summary>A stream that another stack manages, by its ARN. Nothing is asked of AWS.</summary>
    /// <param name="scope">Where the stream is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="arn">The stream's ARN.</param>
    /// <param name="customerKey">The ARN of the stream's customer key, if it has one.</param>
    public static DataStream FromArn(Construct scope, string id, string arn, string? customerKey = null)
    {
        Check.That($"stream '{id}'", [Rule.Matches("arn", arn, AwsArns.Stream), .. KeyRules(customerKey)]);
        var name = Tokens.IsToken(arn) ? Token.AsString(Fn.Element(Fn.Split("/", arn), 1)) : arn.Split('/')[1];
        return new DataStream(scope, id, name, arn, customerKey);
    }

    /// <summary>
    /// A stream that another stack manages, by its name. A plan asks AWS for the ARN, and fails if the stream does not exist.
    /// </summary>
    /// <param name="scope">Where the stream is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="name">The stream's name.</param>
    /// <param name="customerKey">The ARN of the stream's customer key, if it has one.</param>
    public static DataStream FromName(Construct scope, string id, string name, string? customerKey = null)
    {
        Check.That($"stream '{id}'", [Rule.Matches("name", name, AwsNames.Stream), .. KeyRules(customerKey)]);
        return new DataStream(scope, id, name, arn: null, customerKey);
    }

    /// <summary>Imports the stream of this name into the state, instead of creating it. The stream must exist.</summary>
    public void AdoptExisting() => Managed("adopted").ImportFrom(PlainName);

    /// <summary>
    /// States that this stream had another address before, such as <c>aws_kinesis_stream.clicks</c>.
    /// For a key of the stream's own, see <see cref="KeyMovedFrom"/>.
    /// </summary>
    public void MovedFrom(string address) => Managed("moved").MoveFromId(address);

    /// <summary>States that the stream's own key had another address before, such as <c>aws_kms_key.clicks_key_036FA1D7</c>.</summary>
    public void KeyMovedFrom(string address) => (_ownKey ?? throw new ArgumentException(
        $"stream '{PlainName}': it must have its own key to move, got none; set Encryption to CustomerKey")).MovedFrom(address);

    /// <summary>Registers a consumer with enhanced fan-out: 2 MB a second from each shard, for this consumer alone.</summary>
    public FanOutConsumer AddConsumer(string name)
    {
        Check.That($"consumer '{name}'",
            Rule.Matches("name", name, AwsNames.StreamConsumer),
            Rule.That(!_consumers.ContainsKey(name), $"stream '{PlainName}' must have each consumer once, got it twice"),
            Rule.That(_consumers.Count < MostConsumers,
                $"stream '{PlainName}' must have {MostConsumers} consumers with fan-out or less, got one more"));
        var consumer = _consumers[name] = new(this, name);
        Consumers.Add(name);
        _alarms.Complete();
        return consumer;
    }

    /// <summary>
    /// Lets the number of shards follow the traffic, between these limits and up to ten times a day, as AWS allows.
    /// From then on Terraform no longer sets the number of shards: <see cref="DataStreamProps.Capacity"/> is what the stream begins with.
    /// </summary>
    /// <param name="min">The fewest shards.</param>
    /// <param name="max">The most shards.</param>
    /// <param name="settings">How the stream follows its traffic.</param>
    public void ScaleWithTraffic(int min, int max, ScalingSettings? settings = null)
    {
        settings ??= new();
        var stream = Managed("scaled");
        var (shards, kept) = (Props!.Capacity.Shards, Props.PreventDestroy);
        Check.That($"stream '{PlainName}'",
        [
            Rule.That(Scaling is null, "it must be scaled with its traffic once, got it twice"),
            Rule.That(shards is not null,
                "it must be provisioned to be scaled with its traffic, because AWS scales one on demand itself; got one on demand"),
            Rule.That(min >= 1 && max <= DataStreamProps.MostShards && min < max,
                $"scaling must be from fewer to more shards, between 1 and {DataStreamProps.MostShards}, got {min} to {max}"),
            Rule.Between("the shards at the beginning", shards, min, max),
            .. settings.Rules(min, max),
        ]);

        stream.Lifecycle = new TerraformResourceLifecycle { PreventDestroy = kept, IgnoreChanges = new[] { "shard_count" } };
        Scaling = new StreamScaling(this, "scaling", new(PlainName, Arn, Location, () => Consumers), min, max, settings);
        _alarms.Complete();
    }

    internal static IEnumerable<Rule> KeyRules(string? key) => key is null ? [] : [Rule.Matches("key", key, AwsArns.Key)];

    private CustomerKey OwnKey(DataStreamProps props) => new(this, "key", new()
    {
        Description = $"Encrypts the records of the Kinesis stream {props.Name}",
        Alias = props.Name,
        PreventDestroy = props.PreventDestroy,
    });

    private KinesisStream Managed(string what) => _stream ?? throw new ArgumentException(
        $"stream '{_id}': only a stream that this stack manages can be {what}, got one that another stack manages");
}
