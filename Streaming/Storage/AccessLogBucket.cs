using Constructs;
using HashiCorp.Cdktf.Providers.Aws.S3BucketLifecycleConfiguration;
using Nautilus.Access;
using Nautilus.Foundations;

namespace Nautilus.Storage;

/// <summary>
/// A bucket for the access logs of other buckets. S3 manages its key, because S3 delivers no access logs to a bucket with a customer key.
/// </summary>
public sealed class AccessLogBucket : PrivateBucket
{
    /// <param name="scope">The stack.</param>
    /// <param name="id">The construct's id, which is a part of the bucket's name.</param>
    /// <param name="preventDestroy">Terraform refuses to destroy the bucket, and its logs, while this is on.</param>
    /// <param name="keptDays">How long logs are kept.</param>
    public AccessLogBucket(Construct scope, string id, bool preventDestroy = true, int keptDays = 365)
        : base(scope, Checked(id, keptDays), preventDestroy, key: null)
    {
        new S3BucketLifecycleConfiguration(this, "lifecycle", new S3BucketLifecycleConfigurationConfig
        {
            Bucket = Name,
            Rule = new[] { LifecycleRules.CleanUp, LifecycleRules.Forget(keptDays) },
            DependsOn = [Versions],
        });
    }

    /// <summary>Lets S3 log the access to a bucket.</summary>
    /// <returns>The prefix of these logs.</returns>
    internal string TakeLogsOf(DataBucket bucket)
    {
        var (id, prefix) = (bucket.Node.Id, $"{bucket.Node.Id}/");
        Allow(new Statement($"LogsOf{string.Concat(id.Where(char.IsAsciiLetterOrDigit))}", ["s3:PutObject"], [$"{Arn}/{prefix}*"])
        {
            Principal = new("Service", "logging.s3.amazonaws.com"),
            Conditions = Condition.OnBehalfOf(bucket.Location, bucket.Arn),
        });
        return prefix;
    }

    private static string Checked(string id, int keptDays)
    {
        Check.That($"bucket '{id}'", Rule.AtLeast("the retention of access logs", keptDays, 1, "days"));
        return id;
    }
}
