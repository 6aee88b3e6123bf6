using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>What somebody asks of AWS.</summary>
internal sealed record Request
{
    public required string Action { get; init; }

    /// <summary>An ARN, or * for what has none.</summary>
    public string Resource { get; init; } = "*";

    /// <summary>A role's ARN, or a service such as <c>iot.amazonaws.com</c>.</summary>
    public required string Principal { get; init; }

    /// <summary>The account that <see cref="Principal"/> names. Services have none.</summary>
    public string? PrincipalAccount
    {
        get => field ?? AccountIn(Principal);
        init;
    }

    /// <summary>The account that <see cref="Resource"/> names; for * the principal's own. A bucket's ARN names none.</summary>
    public string ResourceAccount
    {
        get => field ?? (Resource == "*" ? PrincipalAccount : AccountIn(Resource))
            ?? throw new InvalidOperationException($"request: ResourceAccount must be set, for '{Resource}' names none");
        init;
    }

    public Context Context { get; init; } = [];

    public bool IsOfService => !Principal.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary><see cref="Context"/>, and what AWS adds by itself.</summary>
    public Context WholeContext
    {
        get
        {
            var whole = new Context { ["aws:PrincipalIsAWSService"] = IsOfService ? "true" : "false", ["aws:ResourceAccount"] = ResourceAccount };
            if (IsOfService)
            {
                whole["aws:PrincipalServiceName"] = Principal;
            }
            else
            {
                whole["aws:PrincipalArn"] = Principal;
                whole["aws:PrincipalAccount"] = PrincipalAccount!;
            }

            foreach (var (key, values) in Context)
                whole[key] = values;
            return whole;
        }
    }

    private static string? AccountIn(string arn) => arn.Split(':').ElementAtOrDefault(4) is { Length: > 0 } account ? account : null;
}

/// <summary>The condition keys of a request. Their case does not matter.</summary>
internal sealed class Context() : Dictionary<string, Values>(StringComparer.OrdinalIgnoreCase);

internal sealed record Values(params IReadOnlyList<string> All)
{
    public static implicit operator Values(string value) => new(value);
}
