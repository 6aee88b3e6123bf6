using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A statement of an IAM policy.</summary>
/// <param name="Sid">What the statement is for.</param>
/// <param name="Actions">The actions, such as <c>kinesis:PutRecord</c>.</param>
/// <param name="Resources">
/// The ARNs of the resources; empty in a trust policy, which has none. A variable of IAM is written as <c>&amp;{aws:username}</c>.
/// </param>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>Whether the statement denies instead of allowing.</summary>
    public bool Denies { get; init; }

    /// <summary>Who is allowed or denied, in the policy of a resource or a role.</summary>
    public Principal? Principal { get; init; }

    /// <summary>The conditions; all of them must be met.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Denies the actions to everybody who does not use TLS.</summary>
    public static Statement OverTlsOnly(string[] actions, string resource, string sid = "OverTlsOnly") => new(sid, actions, [resource])
    {
        Denies = true,
        Principal = new("AWS", "*"),
        Conditions = [new("Bool", "aws:SecureTransport", "false")],
    };

    internal Statement Checked()
    {
        Check.That($"statement '{Sid}'", Conditions
            .GroupBy(condition => (condition.Test, condition.Variable))
            .Select(same => Rule.That(same.Count() == 1,
                $"{same.Key.Test} of {same.Key.Variable} must be one condition, as IAM has one list of its values; got {same.Count()}")));
        return this;
    }
}
