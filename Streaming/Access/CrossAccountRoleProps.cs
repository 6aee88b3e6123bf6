using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>Who may assume a <see cref="CrossAccountRole"/>.</summary>
public sealed record CrossAccountRoleProps
{
    /// <summary>The ARN of the one role or user that may assume this role.</summary>
    public required string Principal { get; init; }

    /// <summary>
    /// The external id that the other account sends when it assumes the role. It keeps that account's other customers out.
    /// </summary>
    public required string ExternalId { get; init; }

    /// <summary>
    /// The location of the role, such as <c>stream.Location</c>, if the role must be able to assume itself. The Unity Catalog of Databricks
    /// requires this of a service credential. The role needs no such right, unless given.
    /// </summary>
    public Location? AssumesItselfIn { get; init; }

    internal string Checked(string id)
    {
        Check.That($"role '{id}'",
            Rule.Matches("principal", Principal, AwsArns.RoleOrUser),
            Rule.Matches("external id", ExternalId, AwsNames.ExternalId));
        return id;
    }
}
