using Nautilus.Foundations;
using Nautilus.Streams;

namespace Nautilus.Storage;

/// <summary>A bucket that is there already, versioned, in another region or account, which objects are copied to as a backup.</summary>
/// <param name="BucketArn">Its ARN.</param>
/// <param name="KeyArn">The ARN of the key that the copies are encrypted with, in its region.</param>
public sealed record Replica(string BucketArn, string KeyArn)
{
    internal IEnumerable<(bool, string)> Checks =>
    [
        (Storage.BucketArn.IsOne(BucketArn), $"the replica must be a bucket's ARN, such as arn:aws:s3:::backup, got '{BucketArn}'"),
        (Rules.IsToken(KeyArn) || Encryption.Given.KeyArn().IsMatch(KeyArn), $"the replica's key must be the ARN of a key, not of an alias, got '{KeyArn}'"),
    ];

    /// <summary>Where the copies are encrypted.</summary>
    internal string Region => Foundations.Location.Of(KeyArn).Region;
}
