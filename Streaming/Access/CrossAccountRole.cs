using System.Text.RegularExpressions;
using Constructs;
using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A role for one exact principal of another account, such as Databricks.</summary>
public sealed class CrossAccountRole : Role
{
    public CrossAccountRole(Construct scope, string id, CrossAccountRoleProps props)
        : base(scope, props.Checked(id), "Lets another account work with a Kinesis stream", new Statement("TakeRole", ["sts:AssumeRole"], [])
        {
            Principal = new("AWS", props.Principal),
            Conditions = [new("StringEquals", "sts:ExternalId", props.ExternalId)],
        })
    {
    }
}

public sealed partial record CrossAccountRoleProps
{
    /// <summary>The ARN of the one role, or user, that may take this role.</summary>
    public required string Principal { get; init; }

    /// <summary>What the other account tells when it takes the role: its name for us, so that nobody else can send it here.</summary>
    public required string ExternalId { get; init; }

    internal string Checked(string id)
    {
        Rules.Check($"role '{id}'",
            (Rules.IsToken(Principal) || ExactPrincipal().IsMatch(Principal), $"principal must be the ARN of one role or user, such as arn:aws:iam::111122223333:role/reader, got '{Principal}'"),
            (Rules.IsToken(ExternalId) || ExternalIdText().IsMatch(ExternalId), $"external id must be 2 to 1224 of letters, digits and + = , . @ : / - _, got '{ExternalId}'"));
        return id;
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[\w+=,.@/-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex ExactPrincipal();

    [GeneratedRegex(@"^[\w+=,.@:/-]{2,1224}\z", RegexOptions.ECMAScript)]
    private static partial Regex ExternalIdText();
}
