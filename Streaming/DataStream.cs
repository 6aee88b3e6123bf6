using System.Text.RegularExpressions;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.KinesisStream;

namespace Nautilus.Streaming;

/// <summary>A Kinesis data stream: encrypted with KMS, tagged, and kept unless you say otherwise.</summary>
public sealed class DataStream : Construct
{
    private const string AwsManagedKey = "alias/aws/kinesis";

    private readonly KinesisStream _stream;

    public DataStream(Construct scope, string id, DataStreamProps props)
        : base(scope, props.Checked(id))
    {
        _stream = new KinesisStream(this, "Default", new KinesisStreamConfig
        {
            Name = props.Name,
            StreamModeDetails = new KinesisStreamStreamModeDetails { StreamMode = props.Capacity.Mode },
            ShardCount = props.Capacity.Shards,
            RetentionPeriod = props.Retention.TotalHours,
            EncryptionType = "KMS",
            KmsKeyId = AwsManagedKey,
            Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            Lifecycle = new TerraformResourceLifecycle { PreventDestroy = props.PreventDestroy },
        });
    }

    public string Arn => _stream.Arn;

    public string Name => _stream.Name;

    /// <summary>Terraform's id of the stream: its ARN.</summary>
    public string Id => _stream.Id;
}

public sealed partial record DataStreamProps
{
    /// <summary>The stream's name in AWS. Changing it later replaces the stream and loses its records.</summary>
    public required string Name { get; init; }

    public required Capacity Capacity { get; init; }

    /// <summary>How long a record can be read: 24 to 8760 hours. Shortening it loses the older records.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Terraform refuses to destroy the stream, and its records, while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    /// <summary>Tags of this stream, beside those of the deployment.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    internal string Checked(string id)
    {
        Rules.Check($"stream '{Name}'",
            (Rules.IsToken(Name) || StreamName().IsMatch(Name), $"name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{Name}'"),
            (Capacity.Shards is null or (>= 1 and <= 10_000), $"shards must be 1 to 10000, got {Capacity.Shards}"),
            (Retention.TotalHours is >= 24 and <= 8760, $"retention must be 24 to 8760 hours, got {Retention.TotalHours}"),
            (Retention.Ticks % TimeSpan.TicksPerHour == 0, $"retention must be whole hours, got {Retention}"));
        return id;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,128}\z")]
    private static partial Regex StreamName();
}
