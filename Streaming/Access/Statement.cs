using Nautilus.Foundations;

namespace Nautilus.Access;

/// <summary>A statement of an IAM policy. Its <paramref name="Sid"/> says what it is for.</summary>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    public bool Denies { get; init; }

    public Principal? Principal { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Denies it to everybody without TLS.</summary>
    public static Statement OverTlsOnly(string[] actions, string resource, string sid = "OverTlsOnly") => new(sid, actions, [resource])
    {
        Denies = true,
        Principal = new("AWS", "*"),
        Conditions = [new("Bool", "aws:SecureTransport", "false")],
    };
}

/// <param name="Type"><c>AWS</c>, <c>Service</c> or <c>*</c>.</param>
/// <param name="Identifiers">ARNs, or the names of services.</param>
public sealed record Principal(string Type, params string[] Identifiers);

public sealed record Condition(string Test, string Variable, params string[] Values)
{
    /// <summary>Only when a service acts on behalf of this account, and of this resource of it.</summary>
    internal static Condition[] OnBehalfOf(Location here, string source) =>
    [
        new("StringEquals", "aws:SourceAccount", here.Account),
        new("ArnLike", "aws:SourceArn", source),
    ];
}
