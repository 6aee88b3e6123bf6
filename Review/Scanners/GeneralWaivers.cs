namespace Nautilus.Review.Scanners;

/// <summary>Waivers whose reasons hold for any stack: AWS or Terraform can't do what the rule requires, or another rule requires the opposite.</summary>
public static class GeneralWaivers
{
    private const string Wildcards = "AwsSolutions-IAM5";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Waiver> All { get; } =
    [
        .. Keys,
        .. Buckets,
        .. Functions,
        .. Wildcard,
        .. Search,
    ];
}
