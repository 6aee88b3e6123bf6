using System.Text.RegularExpressions;
using Nautilus.Keys;

namespace Nautilus.Streams;

/// <summary>The KMS key that a stream's records are encrypted with. There is no way to have none.</summary>
public abstract partial record Encryption
{
    internal const string AwsKeyAlias = "alias/aws/kinesis";

    private Encryption()
    {
    }

    /// <summary>The key that AWS keeps for Kinesis in the account. It costs nothing, and can't be shared with another account.</summary>
    public static Encryption AwsKey { get; } = new AwsManaged();

    /// <summary>
    /// A key of the stream's own: rotated, with an alias, and with the longest deletion window,
    /// because records under a deleted key are lost.
    /// </summary>
    public static Encryption CustomerKey { get; } = new Created();

    /// <summary>A key that is there already. Its policy is its owner's: producers and consumers must be let in by it.</summary>
    public static Encryption GivenKey(string arn) => new Given(arn);

    internal sealed record AwsManaged : Encryption;

    internal sealed record Created : Encryption;

    internal sealed partial record Given(string Arn) : Encryption
    {
        [GeneratedRegex(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+\z")]
        internal static partial Regex KeyArn();
    }
}
