using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsKinesisStream;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;
using Nautilus.Dashboards;
using Nautilus.Foundations;
using Nautilus.Keys;

namespace Nautilus.Streams;

/// <summary>A Kinesis data stream: encrypted with KMS, tagged, and kept unless you say otherwise.</summary>
public sealed partial class DataStream : Observed
{
    private readonly string _id;
    private readonly string _name;
    private readonly KinesisStream? _stream;
    private readonly Lazy<Location> _here;
    private readonly Dictionary<string, FanOutConsumer> _consumers = [];

    /// <summary>The customer key of the stream; with the AWS key, Kinesis lets in whom it lets to the stream.</summary>
    private readonly string? _customerKey;

    private readonly CustomerKey? _ownKey;

    /// <summary>What is known of a stream that is managed here.</summary>
    private readonly DataStreamProps? _props;

    public DataStream(Construct scope, string id, DataStreamProps props)
        : base(scope, props.Checked(id))
    {
        _props = props;
        _ownKey = props.Encryption is Encryption.Created ? OwnKey(props) : null;
        _customerKey = props.Encryption is Encryption.Given given ? given.Arn : _ownKey?.Arn;
        _stream = new KinesisStream(this, "Default", new KinesisStreamConfig
        {
            Name = props.Name,
            StreamModeDetails = new KinesisStreamStreamModeDetails { StreamMode = props.Capacity.Mode },
            ShardCount = props.Capacity.Shards,
            RetentionPeriod = props.Retention.TotalHours,
            EncryptionType = "KMS",
            KmsKeyId = _customerKey ?? Encryption.AwsKeyAlias,
            ShardLevelMetrics = props.ShardMetrics.Count > 0 ? [.. props.ShardMetrics.Select(metric => metric.ToString())] : null,
            EnforceConsumerDeletion = props.EnforceConsumerDeletion ? true : null,
            Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
        });
        (_id, _name, Name, Arn) = (id, props.Name, _stream.Name, _stream.Arn);
        _here = new(() => Location.Of(Arn));
    }

    private DataStream(Construct scope, string id, string name, string? arn, string? key)
        : base(scope, id)
    {
        (_id, _name, Name, _customerKey) = (id, name, name, key);
        Arn = arn ?? new DataAwsKinesisStream(this, "Default", new DataAwsKinesisStreamConfig { Name = name }).Arn;
        _here = new(() => Location.Of(Arn));
    }

    public string Name { get; }

    public string Arn { get; }

    /// <summary>Terraform's id of the stream: its ARN.</summary>
    public string Id => Arn;

    /// <summary>The name as it was given, for what has to stand in a text.</summary>
    internal string PlainName => _name;

    /// <summary>The ARN of the stream's customer key, if it has one.</summary>
    internal string? CustomerKey => _customerKey;

    /// <summary>The account and region of the stream.</summary>
    internal override Location Here => _here.Value;

    /// <summary>A stream that is not managed here, by its ARN. Nothing is asked of AWS.</summary>
    /// <param name="scope">Where the stream is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="arn">The stream's ARN.</param>
    /// <param name="customerKey">The ARN of the stream's customer key, if it has one.</param>
    public static DataStream FromArn(Construct scope, string id, string arn, string? customerKey = null)
    {
        Rules.Check($"stream '{id}'",
            (Rules.IsToken(arn) || DataStreamProps.StreamArn().IsMatch(arn), $"arn must be a stream's, such as arn:aws:kinesis:us-east-1:111122223333:stream/clicks, got '{arn}'"),
            DataStreamProps.KeyRule(customerKey));
        var name = Rules.IsToken(arn) ? Token.AsString(Fn.Element(Fn.Split("/", arn), 1)) : arn.Split('/')[1];
        return new DataStream(scope, id, name, arn, customerKey);
    }

    /// <summary>A stream that is not managed here, by its name. A plan asks AWS for its ARN, and fails where there is none.</summary>
    public static DataStream FromName(Construct scope, string id, string name, string? customerKey = null)
    {
        Rules.Check($"stream '{id}'", DataStreamProps.NameRule(name), DataStreamProps.KeyRule(customerKey));
        return new DataStream(scope, id, name, arn: null, customerKey);
    }

    /// <summary>Takes the stream of this name, which is there already, into the state, instead of creating it.</summary>
    public void AdoptExisting() => Managed("adopted").ImportFrom(_name);

    /// <summary>
    /// Says that this stream stood at another address before, such as <c>aws_kinesis_stream.clicks</c>.
    /// A key of its own stood at another one too: see <see cref="KeyMovedFrom"/>.
    /// </summary>
    public void MovedFrom(string address) => Managed("moved").MoveFromId(address);

    /// <summary>Says that the stream's own key stood at another address before, such as <c>aws_kms_key.clicks_key_036FA1D7</c>.</summary>
    public void KeyMovedFrom(string address) =>
        (_ownKey ?? throw new ArgumentException($"stream '{_name}': only a key of its own can have moved, set Encryption to CustomerKey")).MovedFrom(address);

    /// <summary>Registers a consumer of enhanced fan-out: 2 MB a second of each shard, for itself.</summary>
    public FanOutConsumer AddConsumer(string name)
    {
        Rules.Check($"consumer '{name}'",
            (DataStreamProps.AwsName().IsMatch(name), $"name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'"),
            (!_consumers.ContainsKey(name), $"stream '{_name}' must have each consumer once, got it twice"));
        var consumer = _consumers[name] = new(this, name);
        if (_everyAlarm is not null)
            consumer.AlarmWhenLagging(_everyAlarm);
        Watch(name);
        return consumer;
    }

    private CustomerKey OwnKey(DataStreamProps props) => new(this, "key", new()
    {
        Description = $"Encrypts the records of the Kinesis stream {props.Name}",
        Alias = props.Name,
        PreventDestroy = props.PreventDestroy,
    });

    private KinesisStream Managed(string what) =>
        _stream ?? throw new ArgumentException($"stream '{_id}': it is not managed here, and can't be {what}");
}
