namespace Nautilus.Streams;

/// <summary>The KMS key that encrypts a stream's records. Encryption can't be turned off.</summary>
public abstract record Encryption
{
    internal const string AwsKeyAlias = "alias/aws/kinesis";

    private Encryption()
    {
    }

    /// <summary>The key that AWS manages for Kinesis in the account. It costs nothing, and can't be shared with another account.</summary>
    public static Encryption AwsKey { get; } = new AwsManaged();

    /// <summary>
    /// A customer key for this stream alone: with rotation, an alias and the longest deletion window, because the records of a deleted key
    /// are lost.
    /// </summary>
    public static Encryption CustomerKey { get; } = new Created();

    /// <summary>A customer key that exists already. Its owner's policy must let producers and consumers in.</summary>
    public static Encryption GivenKey(string arn) => new Given(arn);

    internal sealed record AwsManaged : Encryption;

    internal sealed record Created : Encryption;

    internal sealed record Given(string Arn) : Encryption;
}
