namespace Nautilus.Review.Safety;

internal static class KmsKey
{
    /// <summary>The key that AWS keeps for Kinesis in each account.</summary>
    public const string OfAws = "alias/aws/kinesis";

    /// <summary>A key goes by its id, by its ARN, and by its alias.</summary>
    public static bool IsSame(string one, string other) => Bare(one) == Bare(other);

    public static bool Encrypts(Existing key, Existing stream) =>
        stream.Value("kms_key_id") is { } used && (key.Value("arn") ?? key.Value("key_id")) is { } id && IsSame(used, id);

    private static string Bare(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return name.StartsWith("key/", StringComparison.Ordinal) ? name["key/".Length..] : name;
    }
}
