using Constructs;

namespace Nautilus.Access;

/// <summary>A role for one exact principal of another account, such as Databricks.</summary>
public sealed class CrossAccountRole : Role
{
    /// <param name="scope">Where the role is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">Who may assume the role.</param>
    public CrossAccountRole(Construct scope, string id, CrossAccountRoleProps props)
        : base(scope, props.Checked(id), "Lets another account work with a Kinesis stream",
            AssumedBy(props.Principal, props.ExternalId, "TakeRole"))
    {
        if (props.AssumesItselfIn is not { } location)
            return;
        // The role does not exist yet when its trust policy is written, and its name ends in what AWS adds to the prefix.
        Trust(AssumedBy($"arn:{location.Partition}:iam::{location.Account}:root", props.ExternalId, "TakeRoleAsItself",
            new Condition("ArnLike", "aws:PrincipalArn", $"arn:{location.Partition}:iam::{location.Account}:role/{NamePrefix}*")));
        Allow(new Statement("TakeItself", ["sts:AssumeRole"], [Arn]));
    }

    private static Statement AssumedBy(string principal, string externalId, string sid, params Condition[] more) =>
        new(sid, ["sts:AssumeRole"], [])
        {
            Principal = new("AWS", principal),
            Conditions = [new("StringEquals", "sts:ExternalId", externalId), .. more],
        };
}
