namespace Nautilus.Review.Safety;

/// <summary>The names of KMS keys.</summary>
internal static class KmsKey
{
    /// <summary>The key that AWS manages for Kinesis in each account.</summary>
    public const string OfAws = "alias/aws/kinesis";

    /// <summary>Whether two names are of one key: a key has an id, an ARN and aliases.</summary>
    public static bool IsSame(string one, string other) => Bare(one) == Bare(other);

    public static bool Encrypts(DeployedResource key, DeployedResource stream) =>
        stream["kms_key_id"] is { } used && (key["arn"] ?? key["key_id"]) is { } id && IsSame(used, id);

    private static string Bare(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return name.StartsWith("key/", StringComparison.Ordinal) ? name["key/".Length..] : name;
    }
}
