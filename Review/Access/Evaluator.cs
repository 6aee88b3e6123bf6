using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>
/// Decides requests by the policy evaluation logic of the IAM user guide, without permissions boundaries, SCPs, RCPs and session policies:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html.
/// </summary>
public static class Evaluator
{
    /// <summary>Decides a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="identityPolicies">The policies of the role that makes the request.</param>
    /// <param name="resourcePolicies">The policies of the resource: of a stream, a key or a queue, or the trust policy of a role.</param>
    /// <param name="resourcePolicyIsAuthoritative">
    /// True for KMS keys and roles. The account has only the power over them that their own policy gives it: an identity policy alone
    /// allows nothing.
    /// </param>
    public static Decision Decide(
        Request request,
        IReadOnlyCollection<PolicyDocument> identityPolicies,
        IReadOnlyCollection<PolicyDocument> resourcePolicies,
        bool resourcePolicyIsAuthoritative = false)
    {
        var identity = Applying(identityPolicies, request, statement => statement.HasPrincipals
            ? throw new InvalidOperationException($"identity policy: statement '{statement.Sid}' has a principal")
            : Match.Itself);
        var resource = Applying(resourcePolicies, request, statement => statement.HasPrincipals
            ? PrincipalMatch.Of(statement, request)
            : throw new InvalidOperationException($"resource policy: statement '{statement.Sid}' has no principal"));

        if (identity.Concat(resource).Any(applying => applying.Effect == Effect.Deny))
            return Decision.ExplicitlyDenied;

        var byIdentity = identity.Count > 0;
        var byName = resource.Any(applying => applying.Match == Match.Itself);
        var byAccount = resource.Count > 0;
        var isAllowed =
            request.IsOfService ? byName
            : request.PrincipalAccount != request.ResourceAccount ? byIdentity && byAccount
            : resourcePolicyIsAuthoritative ? byName || (byAccount && byIdentity)
            : byIdentity || byName;
        return isAllowed ? Decision.Allowed : Decision.ImplicitlyDenied;
    }

    private static List<(Effect Effect, Match Match)> Applying(
        IEnumerable<PolicyDocument> policies, Request request, Func<Statement, Match> matchOf) =>
    [
        .. from policy in policies
           from statement in policy.Statements
           let match = matchOf(statement)
           where match != Match.None && Applies(statement, request, policy.HasVariables)
           select (statement.Effect, match),
    ];

    private static bool Applies(Statement statement, Request request, bool hasVariables)
    {
        // Most statements have other actions: nothing else is looked at then.
        var context = new Lazy<Context>(() => request.WholeContext);
        return Covers(statement.Actions, statement.NotActions, IsAction)
            && Covers(statement.Resources, statement.NotResources, IsResource)
            && statement.Conditions.All(condition => Conditions.Hold(condition, context.Value, hasVariables));

        bool IsAction(string action) => PolicyString.Plain(action).IsLike(request.Action, ignoreCase: true);

        bool IsResource(string resource)
        {
            var filled = hasVariables ? PolicyString.Filled(resource, key => context.Value.Single(key)) : PolicyString.Plain(resource);
            return filled?.IsLike(request.Resource) == true;
        }
    }

    private static bool Covers(IReadOnlyList<string> included, IReadOnlyList<string> excluded, Func<string, bool> matches) =>
        (included.Count == 0 || included.Any(matches)) && !excluded.Any(matches);
}
