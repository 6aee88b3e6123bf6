namespace Nautilus.Access;

/// <summary>A statement of an IAM policy.</summary>
/// <param name="Sid">What the statement is for.</param>
/// <param name="Actions">The actions, such as <c>kinesis:PutRecord</c>.</param>
/// <param name="Resources">The ARNs of the resources; empty in a trust policy, which has none.</param>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>Whether the statement denies instead of allowing.</summary>
    public bool Denies { get; init; }

    /// <summary>Who is allowed or denied, in the policy of a resource or a role.</summary>
    public Principal? Principal { get; init; }

    /// <summary>The conditions; all of them must be met.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    internal string Effect => Denies ? "Deny" : "Allow";

    /// <summary>Denies the actions to everybody who does not use TLS.</summary>
    public static Statement OverTlsOnly(string[] actions, string resource, string sid = "OverTlsOnly") => new(sid, actions, [resource])
    {
        Denies = true,
        Principal = new("AWS", "*"),
        Conditions = [new("Bool", "aws:SecureTransport", "false")],
    };

    /// <summary>The statement as Terraform's own JSON has it.</summary>
    internal Dictionary<string, object> InTerraform()
    {
        var statement = new Dictionary<string, object> { ["sid"] = Sid, ["effect"] = Effect, ["actions"] = Actions.ToArray() };
        if (Resources.Count > 0)
            statement["resources"] = Resources.ToArray();
        if (Principal is not null)
            statement["principals"] = new[] { Principal.InTerraform() };
        if (Conditions.Count > 0)
            statement["condition"] = Conditions.Select(condition => condition.InTerraform()).ToArray();
        return statement;
    }
}
