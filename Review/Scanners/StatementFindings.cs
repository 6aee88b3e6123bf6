using Nautilus.Review.Policies;
using Nautilus.Review.Terraform;

namespace Nautilus.Review.Scanners;

/// <summary>What rules ask of a statement of a policy.</summary>
internal static class StatementFindings
{
    extension(Statement statement)
    {
        public bool Allows => statement.Effect == Effect.Allow;

        public bool IsOnEverything => statement.EveryResource.Contains("*");

        /// <summary>Only the names of the actions limit the statement.</summary>
        public bool IsUnconstrained => statement.IsOnEverything && statement.Conditions.Count == 0;

        public bool Grants(string action) => statement.ActionsThatGrantAny([action]).Any();

        /// <summary>Whether the statement denies everybody an action without TLS.</summary>
        public bool DeniesWithoutTls(string action) =>
            !statement.Allows
            && statement.Grants(action)
            && statement.Principals.Any(principal => principal.IsAnyone)
            && statement.Conditions is [{ Operator: "Bool", Key: "aws:SecureTransport", Values: ["false"] }];

        public IEnumerable<Finding> ActionsThat(Func<string, bool> offend) =>
            from action in statement.EveryAction
            where offend(action)
            select new Finding(action, $"actions of statement '{statement.Sid}'");

        public IEnumerable<Finding> ActionsThatGrantAny(IEnumerable<string> actions) =>
            statement.ActionsThat(pattern => actions.Any(action => PolicyString.Plain(pattern).IsLike(action, ignoreCase: true)));

        public IEnumerable<Finding> ResourcesThat(Func<string, bool> offend) =>
            from resource in statement.EveryResource
            where offend(resource)
            select new Finding(resource, $"resources of statement '{statement.Sid}'");

        public IEnumerable<Finding> PrincipalsThat(Func<Principal, bool> offend) =>
            from principal in statement.EveryPrincipal
            where offend(principal)
            select new Finding(principal.Id, $"{principal.Type} principals of statement '{statement.Sid}'");

        /// <summary>Everybody, where no condition limits the statement.</summary>
        public IEnumerable<Finding> PublicPrincipals =>
            statement.Conditions.Count == 0 ? statement.PrincipalsThat(principal => principal.IsAnyone) : [];

        // All, where the statement names only those that it leaves out.
        private IEnumerable<string> EveryAction => statement.NotActions.Count > 0 ? ["*"] : statement.Actions;

        private IEnumerable<string> EveryResource => statement.NotResources.Count > 0 ? ["*"] : statement.Resources;

        private IEnumerable<Principal> EveryPrincipal => statement.NotPrincipals.Count > 0 ? [new("*", "*")] : statement.Principals;
    }

    /// <summary>Whether a text has a wildcard of IAM, outside of Terraform's expressions.</summary>
    public static bool HasWildcard(string text) => Template.WithoutExpressions(text).Contains('*', StringComparison.Ordinal);
}
