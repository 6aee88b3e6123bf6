using HashiCorp.Cdktf;
using Nautilus.Foundations;

namespace Nautilus.Storage;

/// <summary>
/// A bucket in another region or account that objects are copied to as a backup. The bucket must exist, and must have versioning on.
/// </summary>
/// <param name="BucketArn">The ARN of the bucket.</param>
/// <param name="KeyArn">The ARN of the KMS key that encrypts the copies, in the region of the bucket.</param>
public sealed record Replica(string BucketArn, string KeyArn)
{
    internal string BucketName => Tokens.IsToken(BucketArn)
        ? Token.AsString(Fn.Element(Fn.Split(":::", BucketArn), 1))
        : BucketArn.Split(":::")[1];

    internal string Region => Location.Of(KeyArn).Region;

    internal IEnumerable<Rule> Rules =>
    [
        Rule.Matches("the replica's bucket", BucketArn, AwsArns.Bucket),
        Rule.Matches("the replica's key", KeyArn, AwsArns.Key),
    ];
}
