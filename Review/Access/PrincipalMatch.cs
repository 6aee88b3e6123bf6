using Nautilus.Review.Policies;

namespace Nautilus.Review.Access;

/// <summary>
/// The elements Principal and NotPrincipal, see
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html.
/// </summary>
internal static class PrincipalMatch
{
    public static Match Of(Statement statement, Request request)
    {
        if (statement.NotPrincipals.Count == 0)
            return statement.Principals.Max(principal => Of(principal, request));
        if (statement.Effect == Effect.Allow)
            throw new NotSupportedException($"resource policy: statement '{statement.Sid}' allows a NotPrincipal");

        // AWS needs the account beside the role: a deny spares only a principal that is named both ways.
        var spared = statement.NotPrincipals.Select(principal => Of(principal, request)).ToArray();
        var isSpared = spared.Contains(Match.Itself) && (request.IsOfService || spared.Contains(Match.ItsAccount));
        return isSpared ? Match.None : Match.Itself;
    }

    private static Match Of(Principal principal, Request request)
    {
        if (principal.IsAnyone)
            return Match.Itself;
        if (principal.Type == (request.IsOfService ? "Service" : "AWS") && principal.Id == request.Principal)
            return Match.Itself;
        return principal.Type == "AWS" && !request.IsOfService && AccountOf(principal.Id) == request.PrincipalAccount
            ? Match.ItsAccount
            : Match.None;
    }

    private static string? AccountOf(string id) => id.Split(':') switch
    {
        [var account] => account,
        ["arn", _, "iam", "", var account, "root"] => account,
        _ => null,
    };
}
