namespace Nautilus.Review.Access;

/// <summary>A request to AWS.</summary>
public sealed record Request
{
    /// <summary>The action, such as <c>kinesis:PutRecord</c>.</summary>
    public required string Action { get; init; }

    /// <summary>An ARN, or <c>*</c> for an action that takes no resource.</summary>
    public string Resource { get; init; } = "*";

    /// <summary>The ARN of a role, or a service such as <c>iot.amazonaws.com</c>.</summary>
    public required string Principal { get; init; }

    /// <summary>The account in the ARN of <see cref="Principal"/>, unless set. Services have none.</summary>
    public string? PrincipalAccount
    {
        get => field ?? AccountIn(Principal);
        init;
    }

    /// <summary>
    /// The account in the ARN of <see cref="Resource"/>, unless set; for <c>*</c> the principal's account. The ARN of a bucket has no
    /// account: set it.
    /// </summary>
    public string ResourceAccount
    {
        get => field ?? (Resource == "*" ? PrincipalAccount : AccountIn(Resource)) ?? throw new InvalidOperationException(
            $"request: ResourceAccount must be set, because '{Resource}' has no account");
        init;
    }

    /// <summary>The condition keys of the request. Those that follow from the other properties are added to them.</summary>
    public Context Context { get; init; } = [];

    internal bool IsOfService => !Principal.StartsWith("arn:", StringComparison.Ordinal);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    internal Context WholeContext
    {
        get
        {
            var whole = new Context
            {
                ["aws:PrincipalIsAWSService"] = IsOfService ? "true" : "false",
                ["aws:ResourceAccount"] = ResourceAccount,
            };
            if (IsOfService)
            {
                whole["aws:PrincipalServiceName"] = Principal;
            }
            else
            {
                whole["aws:PrincipalArn"] = Principal;
                whole["aws:PrincipalAccount"] = PrincipalAccount!;
            }

            return whole.With(Context);
        }
    }

    private static string? AccountIn(string arn) => arn.Split(':').ElementAtOrDefault(4) is { Length: > 0 } account ? account : null;
}
