namespace Nautilus.Streaming.Access;

/// <summary>A statement of an IAM policy. Its <paramref name="Sid"/> says what it is for.</summary>
public sealed record Statement(string Sid, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    public bool Denies { get; init; }

    public Principal? Principal { get; init; }

    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <param name="Type"><c>AWS</c>, <c>Service</c> or <c>*</c>.</param>
/// <param name="Identifiers">ARNs, or the names of services.</param>
public sealed record Principal(string Type, params string[] Identifiers);

public sealed record Condition(string Test, string Variable, params string[] Values);
