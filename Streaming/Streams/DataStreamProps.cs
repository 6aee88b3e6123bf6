using System.Text.RegularExpressions;
using Nautilus.Foundations;

namespace Nautilus.Streams;

public sealed partial record DataStreamProps
{
    /// <summary>The stream's name in AWS. Changing it later replaces the stream and loses its records.</summary>
    public required string Name { get; init; }

    public required Capacity Capacity { get; init; }

    /// <summary>How long a record can be read: 24 to 8760 hours. Shortening it loses the older records.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(24);

    public Encryption Encryption { get; init; } = Encryption.AwsKey;

    public IReadOnlyList<ShardMetric> ShardMetrics { get; init; } = [];

    /// <summary>Terraform refuses to destroy the stream, and its records, while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    /// <summary>Whether destroying the stream takes its registered consumers along, instead of failing while there are any.</summary>
    public bool EnforceConsumerDeletion { get; init; }

    /// <summary>Tags of this stream, beside those of the deployment.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    internal string Checked(string id)
    {
        Rules.Check($"stream '{Name}'",
        [
            NameRule(Name),
            (Capacity.Shards is null or (>= 1 and <= 10_000), $"shards must be 1 to 10000, got {Capacity.Shards}"),
            (Retention.TotalHours is >= 24 and <= 8760, $"retention must be 24 to 8760 hours, got {Retention.TotalHours}"),
            (Retention.Ticks % TimeSpan.TicksPerHour == 0, $"retention must be whole hours, got {Retention}"),
            (ShardMetrics.Distinct().Count() == ShardMetrics.Count, $"each shard metric must stand once, got {string.Join(", ", ShardMetrics)}"),
            (ShardMetrics.All(Enum.IsDefined), $"shard metrics must be those of ShardMetric, got {string.Join(", ", ShardMetrics)}"),
            KeyRule((Encryption as Encryption.Given)?.Arn),
            .. TagRules.For(Tags, most: 50),
        ]);
        return id;
    }

    internal static (bool, string) NameRule(string name) => (Rules.IsToken(name) || AwsName().IsMatch(name),
        $"name must be 1 to 128 of a-z, A-Z, 0-9, '_', '.' and '-', got '{name}'");

    internal static (bool, string) KeyRule(string? key) => (key is null || Rules.IsToken(key) || Encryption.Given.KeyArn().IsMatch(key),
        $"key must be the ARN of a KMS key, such as arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab, got '{key}'");

    [GeneratedRegex(@"^arn:aws[a-z-]*:kinesis:[a-z0-9-]+:[0-9]{12}:stream/[a-zA-Z0-9_.-]{1,128}\z")]
    internal static partial Regex StreamArn();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/[\w+=,.@/-]+)\z", RegexOptions.ECMAScript)]
    internal static partial Regex IamArn();

    /// <summary>A name that DynamoDB takes for a table, with room for what KCL adds.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{3,237}\z")]
    internal static partial Regex TableName();

    /// <summary>What Kinesis takes for the name of a stream or a consumer.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9_.-]{1,128}\z")]
    internal static partial Regex AwsName();
}
