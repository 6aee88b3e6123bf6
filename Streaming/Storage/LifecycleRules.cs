using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;

namespace Nautilus.Storage;

/// <summary>The lifecycle rules of S3.</summary>
internal static class LifecycleRules
{
    public static S3BucketLifecycleConfigurationRule CleanUp => new()
    {
        Id = "clean-up",
        Status = "Enabled",
        Filter = WholeBucket,
        AbortIncompleteMultipartUpload = new[]
        {
            new S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = 7 },
        },
    };

    /// <summary>Deletes objects at this age.</summary>
    public static S3BucketLifecycleConfigurationRule Forget(int days) => new()
    {
        Id = "forget",
        Status = "Enabled",
        Filter = WholeBucket,
        Expiration = After(days),
        NoncurrentVersionExpiration = OldVersionsAfter(1),
    };

    public static S3BucketLifecycleConfigurationRule Age(ObjectAges ages) => new()
    {
        Id = "age",
        Status = "Enabled",
        Filter = WholeBucket,
        Transition = Transitions(ages) is { Length: > 0 } transitions ? transitions : null,
        Expiration = ages.DeleteAfterDays is { } days ? After(days) : null,
        NoncurrentVersionExpiration = OldVersionsAfter(ages.OldVersionsDays),
    };

    private static S3BucketLifecycleConfigurationRuleFilter[] WholeBucket => [new() { Prefix = "" }];

    private static S3BucketLifecycleConfigurationRuleTransition[] Transitions(ObjectAges ages) =>
    [
        .. To("STANDARD_IA", ages.InfrequentAfterDays),
        .. To("GLACIER_IR", ages.ArchiveAfterDays),
        .. To("DEEP_ARCHIVE", ages.DeepArchiveAfterDays),
    ];

    private static S3BucketLifecycleConfigurationRuleTransition[] To(string storageClass, int? days) =>
        days is null ? [] : [new() { StorageClass = storageClass, Days = days }];

    private static S3BucketLifecycleConfigurationRuleExpiration[] After(int days) => [new() { Days = days }];

    private static S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration[] OldVersionsAfter(int days) =>
        [new() { NoncurrentDays = days }];
}
