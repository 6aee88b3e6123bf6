using Constructs;
using Nautilus.Foundations;

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

/// <summary>Who may assume a <see cref="CrossAccountRole"/>.</summary>
public sealed record CrossAccountRoleProps
{
    /// <summary>The ARN of the one role or user that may assume this role.</summary>
    public required string Principal { get; init; }

    /// <summary>
    /// The external id that the other account sends when it assumes the role. It keeps that account's other customers out.
    /// </summary>
    public required string ExternalId { get; init; }

    internal string Checked(string id)
    {
        Check.That($"role '{id}'",
            Rule.Matches("principal", Principal, AwsArns.RoleOrUser),
            Rule.Matches("external id", ExternalId, AwsNames.ExternalId));
        return id;
    }
}
