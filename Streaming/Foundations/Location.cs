using HashiCorp.Cdktf;

namespace Nautilus.Foundations;

/// <summary>Where a resource lives, taken from its own ARN: the account is never asked for.</summary>
internal sealed record Location(string Partition, string Region, string Account)
{
    /// <summary>The ARN of a neighbour.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    public static Location Of(string arn)
    {
        if (!Rules.IsToken(arn))
            return arn.Split(':') is [_, var partition, _, var region, var account, ..]
                ? new(partition, region, account)
                : throw new ArgumentException($"'{arn}' is not an ARN");

        var parts = Fn.Split(":", arn);
        return new(Part(1), Part(3), Part(4));

        string Part(int index) => HashiCorp.Cdktf.Token.AsString(Fn.Element(parts, index));
    }
}
