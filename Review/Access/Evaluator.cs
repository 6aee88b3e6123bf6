using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

internal enum Decision
{
    Allowed,
    ImplicitlyDenied,
    ExplicitlyDenied,
}

/// <summary>Who may do what, by the policy evaluation logic of the IAM user guide, without boundaries, SCPs and session policies.</summary>
internal static class Evaluator
{
    /// <param name="request">What is asked.</param>
    /// <param name="identityPolicies">The policies of the role that asks.</param>
    /// <param name="resourcePolicies">The policies of what it asks for: a stream's, a key's, a queue's, or a role's trust policy.</param>
    /// <param name="resourcePolicyIsAuthoritative">
    /// KMS keys and roles: the account has no power over them but what their own policy gives it, so that an identity policy alone allows nothing.
    /// </param>
    public static Decision Decide(
        Request request,
        IReadOnlyCollection<PolicyDocument> identityPolicies,
        IReadOnlyCollection<PolicyDocument> resourcePolicies,
        bool resourcePolicyIsAuthoritative = false)
    {
        var identity = Applying(identityPolicies, request, statement => statement.HasPrincipals
            ? throw new InvalidOperationException($"identity policy: statement '{statement.Sid}' has a principal")
            : Named.Itself);
        var resource = Applying(resourcePolicies, request, statement => statement.HasPrincipals
            ? NamedBy(statement, request)
            : throw new InvalidOperationException($"resource policy: statement '{statement.Sid}' has no principal"));

        if (identity.Concat(resource).Any(applying => applying.Effect == Effect.Deny))
            return Decision.ExplicitlyDenied;

        var byIdentity = identity.Count > 0;
        var byName = resource.Any(applying => applying.Named == Named.Itself);
        var byAccount = resource.Count > 0;
        var isAllowed =
            request.IsOfService ? byName
            : request.PrincipalAccount != request.ResourceAccount ? byIdentity && byAccount
            : resourcePolicyIsAuthoritative ? byName || (byAccount && byIdentity)
            : byIdentity || byName;
        return isAllowed ? Decision.Allowed : Decision.ImplicitlyDenied;
    }

    private enum Named
    {
        Not,
        ByItsAccount,
        Itself,
    }

    private static List<(Effect Effect, Named Named)> Applying(IEnumerable<PolicyDocument> policies, Request request, Func<Statement, Named> named) =>
    [
        .. from policy in policies
        from statement in policy.Statements
        let principal = named(statement)
        where principal != Named.Not && Applies(statement, request, policy.HasVariables)
        select (statement.Effect, principal),
    ];

    private static bool Applies(Statement statement, Request request, bool hasVariables)
    {
        var context = request.WholeContext;
        return Covers(statement.Actions, statement.NotActions, action => PolicyString.Plain(action).IsLike(request.Action, ignoreCase: true))
            && Covers(statement.Resources, statement.NotResources, resource =>
                (hasVariables ? PolicyString.Filled(resource, context) : PolicyString.Plain(resource))?.IsLike(request.Resource) ?? false)
            && statement.Conditions.All(condition => Conditions.Hold(condition, context, hasVariables));
    }

    private static bool Covers(IReadOnlyList<string> included, IReadOnlyList<string> excluded, Func<string, bool> matches) =>
        (included.Count == 0 || included.Any(matches)) && !excluded.Any(matches);

    private static Named NamedBy(Statement statement, Request request)
    {
        if (statement.NotPrincipals.Count == 0)
            return statement.Principals.Max(principal => Names(principal, request));
        if (statement.Effect == Effect.Allow)
            throw new NotSupportedException($"resource policy: statement '{statement.Sid}' allows a NotPrincipal");

        // AWS asks for the account beside the role: who is to be spared must be named both ways.
        var spared = statement.NotPrincipals.Select(principal => Names(principal, request)).ToArray();
        var isSpared = spared.Contains(Named.Itself) && (request.IsOfService || spared.Contains(Named.ByItsAccount));
        return isSpared ? Named.Not : Named.Itself;
    }

    private static Named Names(Principal principal, Request request)
    {
        if (principal.Id == "*" && principal.Type is "*" or "AWS")
            return Named.Itself;
        if (principal.Type == (request.IsOfService ? "Service" : "AWS") && principal.Id == request.Principal)
            return Named.Itself;
        return principal.Type == "AWS" && !request.IsOfService && AccountOf(principal.Id) == request.PrincipalAccount ? Named.ByItsAccount : Named.Not;
    }

    private static string? AccountOf(string id) => id.Split(':') switch
    {
        [var account] => account,
        ["arn", _, "iam", "", var account, "root"] => account,
        _ => null,
    };
}
