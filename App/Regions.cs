using Nautilus.Foundations;

namespace Nautilus.App;

/// <summary>The regions that a deployment can have.</summary>
internal static class Regions
{
    // AWS provider 5.100.0 refuses all others before it asks AWS.
    private static readonly HashSet<string> Known =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "ca-central-1",
        "ca-west-1", "eu-central-1", "eu-central-2", "eu-isoe-west-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2",
        "eu-west-3", "eusc-de-east-1", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2",
        "us-gov-east-1", "us-gov-west-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isof-east-1", "us-isof-south-1",
        "us-west-1", "us-west-2",
    ];

    /// <summary>Also refuses China: AWS does not document the names of services there that the conditions of policies need.</summary>
    public static IEnumerable<Rule> Rules(string region) => !AwsNames.Region.Covers(region)
        ? [Rule.MatchesLiterally("region", region, AwsNames.Region)]
        : region.StartsWith("cn-", StringComparison.Ordinal)
            ? [Rule.That(false, $"region must not be in China, whose names of services the policies do not have, got '{region}'")]
            : [Rule.That(Known.Contains(region), $"region must be one that AWS provider 5.100.0 knows, got '{region}'")];
}
