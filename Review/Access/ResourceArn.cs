namespace Nautilus.Review.Access;

/// <summary>The parts of a resource's ARN that decide which policies apply to it.</summary>
internal static class ResourceArn
{
    public static string? ServiceOf(string arn) => arn.Split(':') is [_, _, var service, ..] ? service : null;

    /// <summary>The resource that has the policy: the bucket of an object, the domain of a path of OpenSearch.</summary>
    public static string OwnerOf(string arn) => ServiceOf(arn) switch
    {
        "s3" => arn.Split('/')[0],
        "es" => string.Join('/', arn.Split('/').Take(2)),
        _ => arn,
    };

    public static bool IsKey(string arn) => arn.Split(':') is [_, _, "kms", _, _, ['k', 'e', 'y', '/', ..], ..];
}
