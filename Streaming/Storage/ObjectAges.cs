using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;
using Nautilus.Foundations;

namespace Nautilus.Storage;

/// <summary>What becomes of objects as they grow old: cheaper storage, an archive, and, if asked for, the end.</summary>
public sealed record ObjectAges
{
    private const int ShortestInfrequent = 30;

    /// <summary>Objects stay as they are.</summary>
    public static ObjectAges Kept { get; } = new() { InfrequentAfterDays = null, ArchiveAfterDays = null };

    /// <summary>When objects go where storing is cheaper and reading is billed; never, if null. Not before 30 days.</summary>
    public int? InfrequentAfterDays { get; init; } = 90;

    /// <summary>When objects go into Glacier Instant Retrieval, which is read at once, as any other; never, if null.</summary>
    public int? ArchiveAfterDays { get; init; } = 180;

    /// <summary>When objects go into Glacier Deep Archive, from where reading takes hours; never, unless given.</summary>
    public int? DeepArchiveAfterDays { get; init; }

    /// <summary>When objects are deleted; never, unless given.</summary>
    public int? DeleteAfterDays { get; init; }

    /// <summary>How long what was deleted or overwritten can be called back.</summary>
    public int OldVersionsDays { get; init; } = 30;

    internal static S3BucketLifecycleConfigurationRuleFilter[] All => [new() { Prefix = "" }];

    internal static S3BucketLifecycleConfigurationRule CleanUp => new()
    {
        Id = "clean-up",
        Status = "Enabled",
        Filter = All,
        AbortIncompleteMultipartUpload = new[] { new S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = 7 } },
    };

    internal S3BucketLifecycleConfigurationRule[] Rules => [CleanUp, Aging];

    internal IEnumerable<(bool, string)> Checks
    {
        get
        {
            var ages = new[]
            {
                ("infrequent access", InfrequentAfterDays, ShortestInfrequent), ("the archive", ArchiveAfterDays, 1),
                ("the deep archive", DeepArchiveAfterDays, 1), ("deletion", DeleteAfterDays, 1),
            }.Where(age => age.Item2 is not null).ToArray();
            foreach (var (what, days, least) in ages)
                yield return (days >= least, $"objects must be {least} days old at least before {what}, got {days}");
            foreach (var ((before, earlier, _), (after, later, _)) in ages.Zip(ages.Skip(1)))
                yield return (later - earlier >= (before == "infrequent access" && after != "deletion" ? ShortestInfrequent : 1),
                    $"{after} must come later than {before}{(before == "infrequent access" && after != "deletion" ? " by 30 days" : "")}, got {later} and {earlier} days");
            yield return (OldVersionsDays >= 1, $"old versions must be kept a day at least, got {OldVersionsDays}");
        }
    }

    private S3BucketLifecycleConfigurationRule Aging => new()
    {
        Id = "age",
        Status = "Enabled",
        Filter = All,
        Transition = Transitions is { Length: > 0 } transitions ? transitions : null,
        Expiration = DeleteAfterDays is { } days ? new[] { new S3BucketLifecycleConfigurationRuleExpiration { Days = days } } : null,
        NoncurrentVersionExpiration = new[] { new S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration { NoncurrentDays = OldVersionsDays } },
    };

    private S3BucketLifecycleConfigurationRuleTransition[] Transitions =>
    [
        .. from tier in new[] { ("STANDARD_IA", InfrequentAfterDays), ("GLACIER_IR", ArchiveAfterDays), ("DEEP_ARCHIVE", DeepArchiveAfterDays) }
           where tier.Item2 is not null
           select new S3BucketLifecycleConfigurationRuleTransition { StorageClass = tier.Item1, Days = tier.Item2 },
    ];
}
