using HashiCorp.Cdktf;

namespace Nautilus.Foundations;

/// <summary>Where a resource is: a partition, a region and an account.</summary>
/// <param name="Partition">Such as <c>aws</c> or <c>aws-us-gov</c>.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Account">The account's id of 12 digits.</param>
public sealed record Location(string Partition, string Region, string Account)
{
    /// <summary>
    /// The location in an ARN. For an ARN that Terraform fills in later, the parts are expressions: nothing is asked of AWS.
    /// </summary>
    public static Location Of(string arn)
    {
        if (!Tokens.IsToken(arn))
            return arn.Split(':') is [_, var partition, _, var region, var account, ..]
                ? new(partition, region, account)
                : throw new ArgumentException($"location: it must be taken from an ARN, got '{arn}'");

        var parts = Fn.Split(":", arn);
        return new(Part(1), Part(3), Part(4));

        string Part(int index) => Token.AsString(Fn.Element(parts, index));
    }

    /// <summary>The ARN of a resource in the same location.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";
}
