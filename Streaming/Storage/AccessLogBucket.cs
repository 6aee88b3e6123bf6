using Constructs;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Storage;

/// <summary>Where S3 logs who reads and writes other buckets. S3 delivers these logs to no bucket under a key of ours.</summary>
public sealed class AccessLogBucket : PrivateBucket
{
    public AccessLogBucket(Construct scope, string id, bool preventDestroy = true, int keptDays = 365)
        : base(scope, Checked(id, keptDays), preventDestroy, key: null)
    {
        new S3BucketLifecycleConfiguration(this, "lifecycle", new S3BucketLifecycleConfigurationConfig
        {
            Bucket = Name,
            Rule = new[]
            {
                ObjectAges.CleanUp,
                new S3BucketLifecycleConfigurationRule
                {
                    Id = "forget",
                    Status = "Enabled",
                    Filter = ObjectAges.All,
                    Expiration = new[] { new S3BucketLifecycleConfigurationRuleExpiration { Days = keptDays } },
                    NoncurrentVersionExpiration = new[] { new S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration { NoncurrentDays = 1 } },
                },
            },
            DependsOn = [Versions],
        });
    }

    /// <summary>Lets S3 log the access to a bucket, and gives the prefix of its logs.</summary>
    internal string LogsOf(DataBucket bucket)
    {
        var prefix = $"{bucket.Node.Id}/";
        var here = bucket.Here;
        Allow(new Statement($"LogsOf{string.Concat(bucket.Node.Id.Where(char.IsAsciiLetterOrDigit))}", ["s3:PutObject"], [$"{Arn}/{prefix}*"])
        {
            Principal = new("Service", "logging.s3.amazonaws.com"),
            Conditions = Condition.OnBehalfOf(here, bucket.Arn),
        });
        return prefix;
    }

    private static string Checked(string id, int keptDays)
    {
        Rules.Check($"bucket '{id}'", (keptDays > 0, $"access logs must be kept a day at least, got {keptDays}"));
        return id;
    }
}
