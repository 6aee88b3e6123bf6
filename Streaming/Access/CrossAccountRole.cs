using Constructs;

namespace Nautilus.Access;

/// <summary>A role for one exact principal of another account, such as Databricks.</summary>
public sealed class CrossAccountRole : Role
{
    /// <param name="scope">Where the role is used.</param>
    /// <param name="id">The construct's id.</param>
    /// <param name="props">Who may assume the role.</param>
    public CrossAccountRole(Construct scope, string id, CrossAccountRoleProps props)
        : base(scope, props.Checked(id), "Lets another account work with a Kinesis stream", AssumedBy(props))
    {
    }

    private static Statement AssumedBy(CrossAccountRoleProps props) => new("TakeRole", ["sts:AssumeRole"], [])
    {
        Principal = new("AWS", props.Principal),
        Conditions = [new("StringEquals", "sts:ExternalId", props.ExternalId)],
    };
}
