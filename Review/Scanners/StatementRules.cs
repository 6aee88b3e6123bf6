using System.Text.RegularExpressions;
using Nautilus.Review.Access;
using Nautilus.Review.Policies;

namespace Nautilus.Review.Scanners;

/// <summary>What rules ask of a statement of a policy.</summary>
internal static partial class StatementRules
{
    extension(Statement statement)
    {
        public bool Allows => statement.Effect == Effect.Allow;

        public bool IsOnEverything => statement.EveryResource().Contains("*");

        /// <summary>Nothing but the action's name limits what it may do.</summary>
        public bool IsUnconstrained => statement.IsOnEverything && statement.Conditions.Count == 0;

        public bool Grants(string action) => statement.ActionsThatGrantAny([action]).Any();

        /// <summary>It keeps everybody from an action over plain HTTP.</summary>
        public bool DeniesWithoutTls(string action) =>
            !statement.Allows
            && statement.Grants(action)
            && statement.Principals.Any(principal => principal.IsAnyone)
            && statement.Conditions is [{ Operator: "Bool", Key: "aws:SecureTransport", Values: ["false"] }];

        public IEnumerable<Finding> ActionsThat(Func<string, bool> offend) =>
            statement.EveryAction().Where(offend).Select(action => new Finding(action, $"actions of statement '{statement.Sid}'"));

        public IEnumerable<Finding> ActionsThatGrantAny(IEnumerable<string> actions) =>
            statement.ActionsThat(pattern => actions.Any(action => PolicyString.Plain(pattern).IsLike(action, ignoreCase: true)));

        public IEnumerable<Finding> ResourcesThat(Func<string, bool> offend) =>
            statement.EveryResource().Where(offend).Select(resource => new Finding(resource, $"resources of statement '{statement.Sid}'"));

        public IEnumerable<Finding> PrincipalsThat(Func<Principal, bool> offend) =>
            statement.EveryPrincipal().Where(offend).Select(principal => new Finding(principal.Id, $"{principal.Type} principals of statement '{statement.Sid}'"));

        // All, where the statement names only those it leaves out.
        private IEnumerable<string> EveryAction() => statement.NotActions.Count > 0 ? ["*"] : statement.Actions;

        private IEnumerable<string> EveryResource() => statement.NotResources.Count > 0 ? ["*"] : statement.Resources;

        private IEnumerable<Principal> EveryPrincipal() => statement.NotPrincipals.Count > 0 ? [new("*", "*")] : statement.Principals;
    }

    extension(Principal principal)
    {
        public bool IsAnyone => principal.Id == "*" && principal.Type is "*" or "AWS";
    }

    /// <summary>Whether text has a wildcard that is IAM's own, not a part of a Terraform expression.</summary>
    public static bool HasWildcard(string text) => WithoutExpressions(text).Contains('*', StringComparison.Ordinal);

    public static string WithoutExpressions(string text) => Expression().Replace(text, "");

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Expression();
}
