using Nautilus.Foundations;

namespace Nautilus.Streams;

/// <summary>A <see cref="DataStream"/>.</summary>
public sealed record DataStreamProps
{
    internal const int MostShards = 10_000;

    internal static readonly TimeSpan ShortestRetention = TimeSpan.FromHours(24);
    internal static readonly TimeSpan LongestRetention = TimeSpan.FromHours(8760);

    /// <summary>The stream's name in AWS. A later change replaces the stream and loses its records.</summary>
    public required string Name { get; init; }

    /// <summary>Shards, or on demand.</summary>
    public required Capacity Capacity { get; init; }

    /// <summary>How long a record can be read: 24 to 8760 hours. A later decrease loses the older records.</summary>
    public TimeSpan Retention { get; init; } = ShortestRetention;

    /// <summary>The KMS key that encrypts the records.</summary>
    public Encryption Encryption { get; init; } = Encryption.AwsKey;

    /// <summary>The metrics of each shard. CloudWatch bills each metric of each shard.</summary>
    public IReadOnlyList<ShardMetric> ShardMetrics { get; init; } = [];

    /// <summary>Terraform refuses to destroy the stream, and its records, while this is on.</summary>
    public bool PreventDestroy { get; init; } = true;

    /// <summary>Whether the destruction of the stream also deregisters its consumers. If not, it fails while there are any.</summary>
    public bool EnforceConsumerDeletion { get; init; }

    /// <summary>Tags of this stream, beside those of the deployment.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>AWS keeps records between a day and a year.</summary>
    internal static IEnumerable<Rule> RetentionRules(TimeSpan retention) =>
    [
        Rule.Between("retention", retention.TotalHours, ShortestRetention.TotalHours, LongestRetention.TotalHours, "hours"),
        Rule.Whole("retention", retention, TimeSpan.TicksPerHour, "hours"),
    ];

    internal string Checked(string id)
    {
        Check.That($"stream '{Name}'",
        [
            Rule.Matches("name", Name, AwsNames.Stream),
            Rule.Between("shards", Capacity.Shards, 1, MostShards),
            .. RetentionRules(Retention),
            Rule.Unique("shard metrics", ShardMetrics),
            .. ShardMetrics.Select(metric => Rule.OneOf("shard metrics", metric)),
            .. DataStream.KeyRules((Encryption as Encryption.Given)?.Arn),
            .. TagRules.For(Tags, most: 50),
        ]);
        return id;
    }
}
